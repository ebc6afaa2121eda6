/** Costs from here on count as the same. */
const DEAREST = 10_000

/** Nodes by what they cost, a whole number that changes; among equals the one put in last comes first. Linked lists, one per cost; space O(size). */
export class CheapestFirst {
  private readonly first = new Int32Array(DEAREST + 1).fill(-1)
  private readonly next: Int32Array
  private readonly before: Int32Array
  /** Per node its list, −1: taken, or not put in yet. */
  private readonly place: Int32Array
  private from = 0

  constructor(size: number) {
    this.next = new Int32Array(size)
    this.before = new Int32Array(size)
    this.place = new Int32Array(size).fill(-1)
  }

  /** Puts in a node, or moves it to its new cost. Time O(1). */
  put(node: number, cost: number): void {
    const place = Math.min(cost, DEAREST)
    if (this.place[node] === place) return
    if (this.place[node] !== -1) this.unlink(node)
    const after = this.first[place]!
    if (after !== -1) this.before[after] = node
    this.next[node] = after
    this.before[node] = -1
    this.first[place] = node
    this.place[node] = place
    this.from = Math.min(this.from, place)
  }

  /** Takes the cheapest node; undefined where all cost more than `upTo`. Time O(1) on average, at most one look at each cost. */
  take(upTo: number): number | undefined {
    while (this.from <= Math.min(upTo, DEAREST)) {
      const node = this.first[this.from]!
      if (node !== -1) {
        this.unlink(node)
        this.place[node] = -1
        return node
      }
      this.from++
    }
    return undefined
  }

  /** The nodes not taken, ascending. */
  rest(): Int32Array {
    const nodes = new Int32Array(this.place.length)
    let count = 0
    for (let node = 0; node < this.place.length; node++) if (this.place[node] !== -1) nodes[count++] = node
    return nodes.slice(0, count)
  }

  private unlink(node: number): void {
    const [before, after] = [this.before[node]!, this.next[node]!]
    if (before === -1) this.first[this.place[node]!] = after
    else this.next[before] = after
    if (after !== -1) this.before[after] = before
  }
}
