/** One statement that leads down: from holder, operator, manager, supplier or organisation of a brand. */
export interface PlainStep { readonly from: string; readonly type: string; readonly to: string }

/** Every way down from one node to another that visits no node twice, as `a -OWNS- b -OPERATES- c`, by plain recursion over the statements; the same step stated twice is one. */
export function allRelationPaths(steps: readonly PlainStep[], from: string, to: string): string[] {
  const found = new Set<string>()
  const extend = (text: string, at: string, visited: readonly string[]) => {
    for (const step of steps) {
      if (step.from !== at || visited.includes(step.to)) continue
      const longer = `${text} -${step.type}- ${step.to}`
      if (step.to === to) found.add(longer)
      else extend(longer, step.to, [...visited, step.to])
    }
  }
  if (from !== to) extend(from, from, [from])
  return [...found]
}
