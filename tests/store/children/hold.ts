/** Opens the file of its first argument, takes one more turn and holds on until it is ended. */
import { saying } from '../../support/turns'
import { openSqliteAt } from '../open'

const store = await openSqliteAt(process.argv[2] ?? '')
const version = ((await store.turns.load('conversation:held'))?.version ?? 0) + 1
await store.turns.commit(saying('held', version))
console.log('held')
setInterval(() => {}, 60_000)
