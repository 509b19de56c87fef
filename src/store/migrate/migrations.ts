import mysql0000 from '../../../migrations/mysql/0000_desk.sql' with { type: 'text' }
import sqlite0000 from '../../../migrations/sqlite/0000_desk.sql' with { type: 'text' }
import type { Migration } from '../migrate'

/**
 * In the order they run, part of the program. Written by `npm run migration NAME` after a change of
 * the tables. One that was released is never edited; until there is a release all are one, made
 * anew when the folder `migrations` was emptied.
 */
export const sqliteMigrations: readonly Migration[] = [{ name: '0000_desk', sql: sqlite0000 }]
export const mysqlMigrations: readonly Migration[] = [{ name: '0000_desk', sql: mysql0000 }]
