/**
 * Many conversations at once in the file of the first argument, without end. What was
 * acknowledged is told at once, `<conversation> <seq>` a line.
 */
import { writeSync } from 'node:fs'
import { mailTo, saying } from '../../support/turns'
import { openSqliteAt } from '../open'

const store = await openSqliteAt(process.argv[2] ?? '')

const talk = async (id: string): Promise<never> => {
  const address = `conversation:${id}` as const
  let version = (await store.turns.load(address))?.version ?? 0
  for (;;) {
    version += 1
    const mail = [mailTo(address, `${address}/${version}/0`, { timer: `${address}/silence` })]
    await store.turns.commit(saying(id, version, {}, { mail }))
    writeSync(1, `${id} ${version}\n`)
  }
}
await Promise.all(Array.from({ length: 24 }, (_, n) => talk(`room-${n}`)))
