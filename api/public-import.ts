import { hash } from 'node:crypto'
import type { ImportNode } from '#model/model.ts'

const DIGITS = 16

/**
 * An import as readers may see it: of one that brought withheld figures, neither the hash of the file nor the id made of it.
 * Who knows how the other cells of a short file were written could try figures until the hash fits.
 */
export function publicImport(node: ImportNode, broughtWithheld: (id: string) => boolean): ImportNode {
  if (!broughtWithheld(node.id)) return node
  const { preset, name, importedAt, read } = node
  return { ...node, id: `imp:${hash('sha256', JSON.stringify([preset, name, importedAt, read])).slice(0, DIGITS)}`, fileSha256: 'withheld' }
}
