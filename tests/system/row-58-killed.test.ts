import { expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Store } from '../../src/store/store'
import { sealSome } from '../../src/system/sealer'
import { verifyChain } from '../../src/system/sealer/verify'
import { openMysqlAt, openSqliteAt } from '../store/open'
import { sharedMariadb } from '../support/mariadb'
import { scratchFolder, spawnProgram, waitFor } from '../support/programs'

const mariadb = await sharedMariadb()

const ROUNDS = 4

/** Does things until so many were acknowledged, then dies in the middle. Answers their ids. */
const actAndDie = async (place: string, name: string, acknowledged: number) => {
  const file = join(import.meta.dir, 'children/seal.ts')
  const child = spawnProgram(process.execPath, [file, place, name])
  const lines = () => child.output().split('\n').slice(0, -1)
  await waitFor('enough to be done', () => lines().length >= acknowledged, 20_000)
  child.kill('SIGKILL')
  await child.exited
  return lines()
}

const expectWhole = async ({ audit }: Store, acknowledged: readonly string[]) => {
  const after = await verifyChain({ audit })
  expect(after.fault).toBeNull()
  while ((await sealSome(audit)) > 0);
  const sealed = await verifyChain({ audit })
  expect([sealed.fault, sealed.unsealed]).toEqual([null, 0])
  const ids = new Set((await audit.chain(100_000)).map(({ id }) => id))
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  return after
}

test('after every kill -9 the chain is whole, and nothing that was acknowledged is missing from it', async () => {
  const path = join(scratchFolder(), 'desk.db')
  const acknowledged: string[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    acknowledged.push(...(await actAndDie(path, `north-${round}`, 60 * round)))
    const store = await openSqliteAt(path)
    await expectWhole(store, acknowledged)
    await store.close()
  }
}, 90_000)

test('two nodes seal into one chain, and one that is killed leaves it whole to the other', async () => {
  const place = await mariadb.fresh()
  await (await openMysqlAt(place)).close()
  const acknowledged: string[] = []
  for (let round = 1; round <= 2; round++) {
    const both = ['north', 'south'].map((name) => actAndDie(place, name, 40 * round))
    acknowledged.push(...(await Promise.all(both)).flat())
    const store = await openMysqlAt(place)
    await expectWhole(store, acknowledged)
    await store.close()
  }
}, 90_000)
