import type { WeightedRows } from './weighted-rows.ts'

/** Places in a memory that is made when all is known that goes into it: a memory that grows takes its arrays away. */
export class MachineRoom {
  private readonly toWrite: ((memory: ArrayBuffer) => void)[] = []
  private end = 0

  /** An address that 128-bit instructions like. */
  take(bytes: number): number {
    const at = this.end
    this.end += 16 * Math.ceil(bytes / 16)
    return at
  }

  put(list: Int32Array | Float64Array): number {
    const at = this.take(list.byteLength)
    this.whenMade((memory) => new (list instanceof Int32Array ? Int32Array : Float64Array)(memory, at, list.length).set(list))
    return at
  }

  putRows({ start, column, weight }: WeightedRows): readonly [start: number, column: number, weight: number] {
    return [this.put(start), this.put(column), this.put(weight)]
  }

  whenMade(write: (memory: ArrayBuffer) => void): void {
    this.toWrite.push(write)
  }

  memory(): WebAssembly.Memory {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(this.end / 65_536) })
    for (const write of this.toWrite) write(memory.buffer)
    return memory
  }
}
