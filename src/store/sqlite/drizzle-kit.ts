import { sqliteColumns } from '../columns/sqlite'
import { tablesOver } from '../nouns'

// Read by drizzle-kit alone, which looks for tables among a module's exports.
Object.assign(module.exports, tablesOver(sqliteColumns))
