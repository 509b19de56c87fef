import { mysqlColumns } from '../columns/mysql'
import { tablesOver } from '../nouns'

// Read by drizzle-kit alone, which looks for tables among a module's exports.
Object.assign(module.exports, tablesOver(mysqlColumns))
