import { afterAll } from 'bun:test'
import { openNode, openShop, openTestDatabase } from './nodes'

/** One node over a store for all tests of a file, with Ana on duty for so many conversations. */
export const openShopForAll = async (capacity?: number) => {
  const database = await openTestDatabase()
  afterAll(() => database.store.close())
  const node = openNode(database, database.store)
  await openShop(node, database.testClock, capacity)
  return { database, node, at: () => database.testClock.now() }
}
