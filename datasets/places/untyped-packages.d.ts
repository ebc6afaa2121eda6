/** Packages of plain data that ship no types. */
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
