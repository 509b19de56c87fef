import { contextOf } from '../conversations/access'
import type { Desk } from '../desk'

/** By which words colleagues know a visitor: lines go by them. */
export const knownBy = async (desk: Desk, visitor: string): Promise<readonly string[]> =>
  (await contextOf(desk, 'visitor', visitor)).profile?.tags ?? []
