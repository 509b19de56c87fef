import type { AuditRow } from '../../../actors/audit'
import type { Block } from '../../../actors/block'

/** Who is kept out, and who was. */
export interface Blocks {
  /** With who did it, or not at all. */
  add(block: Block, told: AuditRow): Promise<void>
  /** Those that nobody has lifted and whose end, if any, is after `now`, ms UTC. */
  inForce(now: number): Promise<Block[]>
  /** All of them, newest first, whether or not they are in force: a desk has few. */
  all(): Promise<Block[]>
  find(id: string): Promise<Block | undefined>
  /** Ends it, by the name of who does; one that is lifted already stays as it is. */
  lift(id: string, at: number, by: string, told: AuditRow): Promise<void>
}
