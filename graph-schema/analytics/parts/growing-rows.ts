import type { WeightedRows } from './weighted-rows.ts'

/**
 * Lists of numbered items with a weight each, in a few arrays, that can grow: a list that has no room left moves to the end with twice the room.
 *
 * List i is item[start[i]] … item[start[i] + length[i] − 1]; arrays are replaced when they are full, so they are not to be kept over a {@link push}.
 * Space O(items), at most four times what is in use.
 */
export class GrowingRows {
  readonly start: Int32Array
  readonly length: Int32Array
  item: Int32Array
  weight: Float64Array
  private readonly room: Int32Array
  private used = 0

  /** @param room places to begin with, per list */
  constructor(room: Int32Array) {
    this.room = room.slice()
    this.length = new Int32Array(room.length)
    this.start = new Int32Array(room.length)
    for (let list = 0; list < room.length; list++) {
      this.start[list] = this.used
      this.used += room[list]!
    }
    this.item = new Int32Array(2 * this.used)
    this.weight = new Float64Array(2 * this.used)
  }

  end(list: number): number {
    return this.start[list]! + this.length[list]!
  }

  /** Returns the length. Time O(1) on average. */
  push(list: number, item: number, weight: number): number {
    if (this.length[list] === this.room[list]) this.move(list)
    const at = this.end(list)
    this.item[at] = item
    this.weight[at] = weight
    return ++this.length[list]!
  }

  /** Takes out an item that is there, and returns its weight; the last one takes its place. Time O(length). */
  remove(list: number, item: number): number {
    const last = this.end(list) - 1
    let at = this.start[list]!
    while (this.item[at] !== item) at++
    const weight = this.weight[at]!
    this.item[at] = this.item[last]!
    this.weight[at] = this.weight[last]!
    this.length[list]!--
    return weight
  }

  /** Some lists, one after the other, in arrays of their own. */
  rowsOf(lists: Int32Array): WeightedRows {
    const start = new Int32Array(lists.length + 1)
    for (let row = 0; row < lists.length; row++) start[row + 1] = start[row]! + this.length[lists[row]!]!
    const rows = { start, column: new Int32Array(start[lists.length]!), weight: new Float64Array(start[lists.length]!) }
    for (let row = 0; row < lists.length; row++) {
      for (let from = this.start[lists[row]!]!, to = start[row]!; to < start[row + 1]!; from++, to++) {
        rows.column[to] = this.item[from]!
        rows.weight[to] = this.weight[from]!
      }
    }
    return rows
  }

  private move(list: number): void {
    const [from, length] = [this.start[list]!, this.length[list]!]
    const room = Math.max(4, 2 * length)
    if (this.used + room > this.item.length) this.enlarge(2 * (this.used + room))
    for (let at = 0; at < length; at++) { // a few: faster than copyWithin
      this.item[this.used + at] = this.item[from + at]!
      this.weight[this.used + at] = this.weight[from + at]!
    }
    this.start[list] = this.used
    this.room[list] = room
    this.used += room
  }

  private enlarge(to: number): void {
    const [item, weight] = [new Int32Array(to), new Float64Array(to)]
    item.set(this.item)
    weight.set(this.weight)
    this.item = item
    this.weight = weight
  }
}
