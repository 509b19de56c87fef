import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { conversationPaths } from '../../views/office/conversations/list'
import { openBig } from '../bench/lists'
import { SERVER } from '../bench/yardsticks/p22'
import { readers } from '../support/big/desk'
import { startMariadb } from '../support/mariadb'
import { scratchFolder } from '../support/programs'

const SIZES = { conversations: 100_000, lines: 1_000_000, visitors: 20_000 }
const PAGE_MS = 300
const FILE_MB = 60
const BOUND_MS = 1_500_000

/** Every page of every list, for each of those who read them, then all conversations as a file. */
const holds = async (url: string) => {
  const big = await openBig(url, SIZES)
  try {
    for (const who of readers) {
      const took = await big.pages(who, 'each value')
      expect(took.length).toBeGreaterThan(500)
      expect(took.filter(({ ms }) => ms >= PAGE_MS)).toEqual([])
    }
    const { rows, grownMb } = await big.file('Olga', conversationPaths.list)
    expect(rows).toBe(SIZES.conversations)
    expect(grownMb).toBeLessThan(FILE_MB)
  } finally {
    await big.stop()
  }
}

test(
  'a hundred thousand conversations on SQLite: no page of a list takes 0.3 s, and a file of all of them no memory',
  () => holds(`sqlite:${join(scratchFolder(), 'desk.db')}`),
  BOUND_MS,
)

test(
  'the same on MariaDB',
  async () => {
    const mariadb = await startMariadb(SERVER)
    try {
      await holds(mariadb.url)
    } finally {
      await mariadb.stop()
    }
  },
  BOUND_MS,
)
