import { importsOf } from './imports'
import type { Breach, Source } from './source'

/**
 * Files that import each other, by whatever way round, types included: none of them can be read,
 * moved or tested without all the others. One breach a circle.
 */
export const circleBreaches = (sources: readonly Source[]): Breach[] => {
  const files = new Map(sources.map((source) => [withoutEnding(source.path), source]))
  const arrows = new Map(
    [...files].map(([name, source]) => [
      name,
      importsOf(source).flatMap(({ from }) => {
        const to = withoutEnding(from)
        return files.has(to) && to !== name ? [to] : []
      }),
    ]),
  )
  return circlesIn(arrows).map((circle) => `a circle: ${circle.toSorted().join(', ')}`)
}

const withoutEnding = (path: string) => path.replace(/\.tsx?$/, '')

/** Groups of more than one in which each leads to each other (Tarjan's algorithm). */
const circlesIn = (arrows: ReadonlyMap<string, readonly string[]>): string[][] => {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (name: string) => {
    order.set(name, order.size)
    low.set(name, order.get(name) ?? 0)
    stack.push(name)
    for (const next of arrows.get(name) ?? []) {
      if (!order.has(next)) visit(next)
      const reached = stack.includes(next) ? low.get(next) : undefined
      if (reached !== undefined) low.set(name, Math.min(low.get(name) ?? 0, reached))
    }
    if (low.get(name) !== order.get(name)) return
    const circle = stack.splice(stack.indexOf(name))
    if (circle.length > 1) circles.push(circle)
  }
  for (const name of arrows.keys()) if (!order.has(name)) visit(name)
  return circles
}
