import { afterAll } from 'bun:test'
import { storeContract } from '../contracts/store'
import { startMariadb } from '../support/mariadb'
import { openMysqlAt } from './open'

const mariadb = await startMariadb()
afterAll(() => mariadb.stop())

storeContract('MariaDB', async () => openMysqlAt(await mariadb.fresh()))
