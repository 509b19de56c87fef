import type { VisitorRow } from '../../../actors/summary'

export interface Visitors {
  find(id: string): Promise<VisitorRow | undefined>
}
