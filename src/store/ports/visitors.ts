import type { VisitorRow } from '../../../actors/visitor/summary'

export interface Visitors {
  find(id: string): Promise<VisitorRow | undefined>
}
