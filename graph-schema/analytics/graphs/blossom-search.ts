import type { Cancellation } from '../parts/cancellation.ts'

const NONE = -1
/** What a top-level blossom is in the current search. */
const UNREACHED = -1
const OUTER = 0
const INNER = 1

/**
 * The primal-dual search. Blossoms (odd circles shrunk to one node) are numbered from `n`; 2 · n numbers are enough.
 *
 * Every vertex has a price, every blossom too; the slack of an edge, price + price − 2 · weight, is never negative, and
 * only edges with slack 0 are used. All prices are whole numbers below 2^53.
 *
 * @see Edmonds (1965); Galil (1986). Time O(n³), space O(n²).
 */
export class BlossomSearch {
  private readonly n: number
  private readonly span: number
  private readonly weight: Float64Array
  private readonly price: Float64Array
  private readonly cancellation: Cancellation | undefined
  /** Vertex inside x of the edge with least slack between x and y, at x · span + y; NONE without an edge. */
  private readonly contact: Int32Array
  /** Outermost blossom a vertex or blossom is part of; NONE for numbers not in use. */
  private readonly top: Int32Array
  /** Vertex at the other end of the matched edge, or NONE. */
  private readonly mate: Int32Array
  /** Vertex (outside) from which an inner blossom was reached. */
  private readonly reachedFrom: Int32Array
  private readonly state: Int8Array
  /** Outer vertex with the least slack to a top-level blossom. */
  private readonly nearest: Int32Array
  /** Parts of a blossom in circle order, base first. */
  private readonly parts: number[][]
  /** Part of blossom b that contains vertex v, at b · n + v. */
  private readonly partWith: Int32Array
  private readonly mark: Int32Array
  private marks = 0
  private used: number
  private queue: number[] = []

  constructor(n: number, weight: Float64Array, largest: number, cancellation: Cancellation | undefined) {
    this.n = n
    this.span = 2 * n
    this.used = n
    this.weight = weight
    this.cancellation = cancellation
    this.price = new Float64Array(this.span).fill(largest, 0, n)
    this.contact = new Int32Array(this.span * this.span).fill(NONE)
    this.partWith = new Int32Array(this.span * n).fill(NONE)
    this.top = new Int32Array(this.span).fill(NONE)
    this.mate = new Int32Array(this.span).fill(NONE)
    this.reachedFrom = new Int32Array(this.span).fill(NONE)
    this.state = new Int8Array(this.span).fill(UNREACHED)
    this.nearest = new Int32Array(this.span).fill(NONE)
    this.mark = new Int32Array(this.span)
    this.parts = Array.from({ length: this.span }, () => [])
    for (let a = 0; a < n; a++) {
      this.top[a] = a
      this.partWith[a * n + a] = a
      for (let b = 0; b < n; b++) if (weight[a * n + b]! > 0) this.contact[a * this.span + b] = a
    }
  }

  run(): Int32Array {
    while (this.stage());
    return this.mate.slice(0, this.n)
  }

  /** Slack of the best edge between two top-level blossoms or vertices that have one. */
  private slack(x: number, y: number): number {
    const a = this.contact[x * this.span + y]!
    const b = this.contact[y * this.span + x]!
    return this.price[a]! + this.price[b]! - 2 * this.weight[a * this.n + b]!
  }

  private vertices(blossom: number): number[] {
    const found: number[] = []
    const open = [blossom]
    for (let x = open.pop(); x !== undefined; x = open.pop()) {
      if (x < this.n) found.push(x)
      else open.push(...this.parts[x]!)
    }
    return found
  }

  private setTop(blossom: number, top: number): void {
    const open = [blossom]
    for (let x = open.pop(); x !== undefined; x = open.pop()) {
      this.top[x] = top
      if (x >= this.n) open.push(...this.parts[x]!)
    }
  }

  private noteNearest(vertex: number, y: number): void {
    const known = this.nearest[y]!
    if (known === NONE || this.slack(vertex, y) < this.slack(known, y)) this.nearest[y] = vertex
  }

  private findNearest(y: number): void {
    this.nearest[y] = NONE
    for (let vertex = 0; vertex < this.n; vertex++) {
      if (this.contact[vertex * this.span + y] !== NONE && this.top[vertex] !== y && this.state[this.top[vertex]!] === OUTER) this.noteNearest(vertex, y)
    }
  }

  private enqueue(blossom: number): void {
    for (const vertex of this.vertices(blossom)) this.queue.push(vertex)
  }

  /** Turns a blossom's circle so that the way from the base to `part` has even length; returns the place of `part`. */
  private evenPlace(blossom: number, part: number): number {
    const circle = this.parts[blossom]!
    const place = circle.indexOf(part)
    if (place % 2 === 0) return place
    this.parts[blossom] = [circle[0]!, ...circle.slice(1).reverse()]
    return circle.length - place
  }

  /** Matches x to y by their best edge, and inside x everything else anew around it. */
  private setMate(x: number, y: number): void {
    const open: [number, number][] = [[x, y]]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [from, to] = next
      this.mate[from] = this.contact[to * this.span + from]!
      if (from < this.n) continue
      const part = this.partWith[from * this.n + this.contact[from * this.span + to]!]!
      const place = this.evenPlace(from, part)
      const circle = this.parts[from]!
      for (let i = 0; i < place; i++) open.push([circle[i]!, circle[i ^ 1]!])
      open.push([part, to])
      this.parts[from] = [...circle.slice(place), ...circle.slice(0, place)]
    }
  }

  /** Swaps matched and unmatched edges from x back to the free root of its tree. */
  private augment(x: number, y: number): void {
    for (let from = x, to = y; ; ) {
      const before = this.mate[from] === NONE ? NONE : this.top[this.mate[from]!]!
      this.setMate(from, to)
      if (before === NONE) return
      const above = this.top[this.reachedFrom[before]!]!
      this.setMate(before, above)
      from = above
      to = before
    }
  }

  /** One step up the tree: from an outer blossom over its mate to the outer blossom that reached it. */
  private outerAbove(x: number): number {
    const mate = this.mate[x]!
    return mate === NONE ? NONE : this.top[this.reachedFrom[this.top[mate]!]!]!
  }

  /** Where the ways up from two outer blossoms meet; NONE when they come from different roots. */
  private meeting(x: number, y: number): number {
    this.marks++
    for (let [a, b] = [x, y]; a !== NONE || b !== NONE; [a, b] = [b, a]) {
      if (a === NONE) continue
      if (this.mark[a] === this.marks) return a
      this.mark[a] = this.marks
      a = this.outerAbove(a)
    }
    return NONE
  }

  /** Outer and inner blossoms in turn from x up to, not including, `base`; the inner ones become outer. */
  private wayUp(x: number, base: number): number[] {
    const way: number[] = []
    for (let outer = x; outer !== base; outer = this.outerAbove(outer)) {
      const inner = this.top[this.mate[outer]!]!
      way.push(outer, inner)
      this.enqueue(inner)
    }
    return way
  }

  private shrink(x: number, base: number, y: number): void {
    let blossom = this.n
    while (blossom < this.used && this.top[blossom] !== NONE) blossom++
    if (blossom === this.used) this.used++
    this.price[blossom] = 0
    this.state[blossom] = OUTER
    this.mate[blossom] = this.mate[base]!
    this.reachedFrom[blossom] = this.reachedFrom[base]!
    this.parts[blossom] = [base, ...this.wayUp(x, base).reverse(), ...this.wayUp(y, base)]
    this.setTop(blossom, blossom)
    this.partWith.fill(NONE, blossom * this.n, (blossom + 1) * this.n)
    for (let other = 0; other < this.used; other++) this.contact[blossom * this.span + other] = this.contact[other * this.span + blossom] = NONE
    for (const part of this.parts[blossom]!) {
      for (let other = 0; other < this.used; other++) {
        if (this.contact[part * this.span + other] === NONE) continue
        if (this.contact[blossom * this.span + other] !== NONE && this.slack(part, other) >= this.slack(blossom, other)) continue
        this.contact[blossom * this.span + other] = this.contact[part * this.span + other]!
        this.contact[other * this.span + blossom] = this.contact[other * this.span + part]!
      }
      for (const vertex of this.vertices(part)) this.partWith[blossom * this.n + vertex] = part
    }
    this.findNearest(blossom)
  }

  /** Opens an inner blossom whose price has come down to 0; the way through it stays in the tree. */
  private open(blossom: number): void {
    for (const part of this.parts[blossom]!) this.setTop(part, part)
    const outside = this.reachedFrom[blossom]!
    const entrance = this.contact[blossom * this.span + outside]!
    const first = this.partWith[blossom * this.n + entrance]!
    const place = this.evenPlace(blossom, first)
    const circle = this.parts[blossom]!
    for (let i = 0; i < place; i += 2) {
      const inner = circle[i]!
      const outer = circle[i + 1]!
      this.reachedFrom[inner] = this.contact[outer * this.span + inner]!
      this.state[inner] = INNER
      this.state[outer] = OUTER
      this.nearest[inner] = NONE
      this.findNearest(outer)
      this.enqueue(outer)
    }
    this.state[first] = INNER
    this.reachedFrom[first] = outside
    for (const part of circle.slice(place + 1)) {
      this.state[part] = UNREACHED
      this.findNearest(part)
    }
    this.top[blossom] = NONE
    this.parts[blossom] = []
  }

  /** An edge of slack 0 from an outer vertex; true when a better matching was found. */
  private useEdge(vertex: number, y: number): boolean {
    const inside = this.contact[y * this.span + vertex]!
    const x = this.top[this.contact[vertex * this.span + y]!]!
    const there = this.top[inside]!
    if (this.state[there] === UNREACHED) {
      this.reachedFrom[there] = this.contact[vertex * this.span + y]!
      this.state[there] = INNER
      const beyond = this.top[this.mate[there]!]!
      this.nearest[there] = this.nearest[beyond] = NONE
      this.state[beyond] = OUTER
      this.enqueue(beyond)
    } else if (this.state[there] === OUTER) {
      const base = this.meeting(x, there)
      if (base === NONE) {
        this.augment(x, there)
        this.augment(there, x)
        return true
      }
      this.shrink(x, base, there)
    }
    return false
  }

  /** Grows trees from all free blossoms until one more pair is found; false: the matching is best. */
  private stage(): boolean {
    this.state.fill(UNREACHED)
    this.nearest.fill(NONE)
    this.queue = []
    for (let x = 0; x < this.used; x++) {
      if (this.top[x] !== x || this.mate[x] !== NONE) continue
      this.reachedFrom[x] = NONE
      this.state[x] = OUTER
      this.enqueue(x)
    }
    if (this.queue.length === 0) return false
    for (;;) {
      for (let vertex = this.queue.pop(); vertex !== undefined; vertex = this.queue.pop()) {
        if (this.state[this.top[vertex]!] === INNER) continue
        this.cancellation?.spend(this.n)
        for (let other = 0; other < this.n; other++) {
          if (this.weight[vertex * this.n + other]! <= 0 || this.top[vertex] === this.top[other]) continue
          if (this.slack(vertex, other) > 0) this.noteNearest(vertex, this.top[other]!)
          else if (this.useEdge(vertex, other)) return true
        }
      }
      const change = this.largestChange()
      if (change === NONE) return false
      if (this.changePrices(change)) return true
    }
  }

  /** How far prices can move until an edge, an inner blossom or an outer vertex reaches 0; NONE when vertices do first. */
  private largestChange(): number {
    let change = Infinity
    let lowest = Infinity
    for (let x = 0; x < this.used; x++) {
      if (this.top[x] !== x) continue
      if (x >= this.n && this.state[x] === INNER) change = Math.min(change, this.price[x]! / 2)
      if (this.nearest[x] === NONE || this.state[x] === INNER) continue
      const slack = this.slack(this.nearest[x]!, x)
      change = Math.min(change, this.state[x] === OUTER ? slack / 2 : slack)
    }
    for (let vertex = 0; vertex < this.n; vertex++) if (this.state[this.top[vertex]!] === OUTER) lowest = Math.min(lowest, this.price[vertex]!)
    return lowest <= change ? NONE : change
  }

  private changePrices(change: number): boolean {
    for (let vertex = 0; vertex < this.n; vertex++) this.price[vertex]! += change * this.direction(this.top[vertex]!)
    for (let blossom = this.n; blossom < this.used; blossom++) if (this.top[blossom] === blossom) this.price[blossom]! -= 2 * change * this.direction(blossom)
    for (let x = 0; x < this.used; x++) {
      const vertex = this.nearest[x]!
      if (this.top[x] === x && vertex !== NONE && this.top[vertex] !== x && this.slack(vertex, x) === 0 && this.useEdge(vertex, x)) return true
    }
    for (let blossom = this.n; blossom < this.used; blossom++) {
      if (this.top[blossom] === blossom && this.state[blossom] === INNER && this.price[blossom] === 0) this.open(blossom)
    }
    return false
  }

  private direction(x: number): number {
    return this.state[x] === OUTER ? -1 : this.state[x] === INNER ? 1 : 0
  }
}
