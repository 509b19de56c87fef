import type { Clock } from '../../clock'
import type { Nodes } from '../../store/ports/nodes'

type Beat = Awaited<ReturnType<Nodes['beats']>>[number]

/**
 * For how long other nodes have been silent, as this one has seen it: whoever has another beat than
 * before lives, whatever their clock says or ours. What their newest beat says counts as well, but not
 * alone.
 */
export const openSilences = (
  clock: Pick<Clock, 'now' | 'ticks'>,
  deadMs: number,
  beatMs: number,
) => {
  let known = new Map<string, { beatAt: number; seenTicks: number }>()
  return {
    /** Takes down the newest beat of every node. */
    look(beats: readonly Beat[]) {
      const ticks = clock.ticks()
      const seen = beats.map(({ node, beatAt }) => {
        const before = known.get(node)
        return [node, before?.beatAt === beatAt ? before : { beatAt, seenTicks: ticks }] as const
      })
      known = new Map(seen)
    },
    /** Whether a node is dead, or none that anybody knows. */
    isDead(node: string): boolean {
      const beat = known.get(node)
      if (!beat) return true
      const unchangedMs = clock.ticks() - beat.seenTicks
      // A beat is seen up to one round after it was made.
      const saysSo = clock.now() - beat.beatAt > deadMs
      return unchangedMs >= deadMs + beatMs || (saysSo && unchangedMs >= deadMs - beatMs)
    },
    isAnyDead(): boolean {
      return [...known.keys()].some((node) => this.isDead(node))
    },
  }
}
