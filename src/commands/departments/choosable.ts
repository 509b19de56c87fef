import { isActive } from '../../../actors/summary'
import type { Desk } from '../desk'

/** A department by its id; undefined when there is none, or none that can be chosen. */
export const choosable = async ({ store }: Pick<Desk, 'store'>, id: string) => {
  const known = await store.departments.find(id)
  return known && isActive(known) ? known : undefined
}
