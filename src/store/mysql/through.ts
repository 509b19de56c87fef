import { sql } from 'drizzle-orm'
import type { Through } from '../query-context'

export const through: Through = (table, index) =>
  sql`${table} force index (${sql.identifier(index)})`
