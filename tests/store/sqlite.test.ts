import { join } from 'node:path'
import { storeContract } from '../contracts/store'
import { dataFolder } from '../support/data-folder'
import { openSqliteAt } from './open'

storeContract('SQLite', async () => openSqliteAt(join(await dataFolder(), 'bellhop.db')))
