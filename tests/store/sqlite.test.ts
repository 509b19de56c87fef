import { join } from 'node:path'
import { storeContract } from '../contracts/store'
import { scratchFolder } from '../support/programs'
import { openSqliteAt } from './open'

storeContract('SQLite', () => openSqliteAt(join(scratchFolder(), 'desk.db')))
