/** 32 bits of which each depends on every bit of the word. @see Appleby (2011), MurmurHash3: its last step */
export function mixedBits(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
