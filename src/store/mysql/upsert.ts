import type { Upsert } from '../statements'

export const upsert: Upsert = {
  // Without assignments one that changes nothing keeps the row as it is.
  tail: (keys, sets) =>
    `on duplicate key update ${(sets.length > 0 ? sets : keys.map((key) => `${key} = ${key}`)).join(', ')}`,
  incoming: (column) => `values(${column})`,
}
