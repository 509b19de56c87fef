import mysql0000 from '../../../migrations/mysql/0000_desk.sql' with { type: 'text' }
import mysql0001 from '../../../migrations/mysql/0001_changes.sql' with { type: 'text' }
import mysql0002 from '../../../migrations/mysql/0002_canned.sql' with { type: 'text' }
import mysql0003 from '../../../migrations/mysql/0003_inbox.sql' with { type: 'text' }
import mysql0004 from '../../../migrations/mysql/0004_search.sql' with { type: 'text' }
import mysql0005 from '../../../migrations/mysql/0005_files.sql' with { type: 'text' }
import mysql0006 from '../../../migrations/mysql/0006_identities.sql' with { type: 'text' }
import mysql0007 from '../../../migrations/mysql/0007_visits.sql' with { type: 'text' }
import mysql0008 from '../../../migrations/mysql/0008_supervision.sql' with { type: 'text' }
import mysql0009 from '../../../migrations/mysql/0009_around.sql' with { type: 'text' }
import mysql0010 from '../../../migrations/mysql/0010_unsent.sql' with { type: 'text' }
import mysql0011 from '../../../migrations/mysql/0011_letters.sql' with { type: 'text' }
import mysql0012 from '../../../migrations/mysql/0012_split.sql' with { type: 'text' }
import mysql0013 from '../../../migrations/mysql/0013_mentions.sql' with { type: 'text' }
import mysql0014 from '../../../migrations/mysql/0014_swept.sql' with { type: 'text' }
import mysql0015 from '../../../migrations/mysql/0015_texts.sql' with { type: 'text' }
import mysql0016 from '../../../migrations/mysql/0016_people.sql' with { type: 'text' }
import mysql0017 from '../../../migrations/mysql/0017_mail.sql' with { type: 'text' }
import mysql0018 from '../../../migrations/mysql/0018_memory.sql' with { type: 'text' }
import mysql0019 from '../../../migrations/mysql/0019_audit_chain.sql' with { type: 'text' }
import mysql0020 from '../../../migrations/mysql/0020_routing.sql' with { type: 'text' }
import mysql0021 from '../../../migrations/mysql/0021_lists.sql' with { type: 'text' }
import mysql0022 from '../../../migrations/mysql/0022_inbox_due.sql' with { type: 'text' }
import mysql0023 from '../../../migrations/mysql/0023_customers.sql' with { type: 'text' }
import mysql0024 from '../../../migrations/mysql/0024_tags.sql' with { type: 'text' }
import mysql0025 from '../../../migrations/mysql/0025_settled.sql' with { type: 'text' }
import mysql0026 from '../../../migrations/mysql/0026_doors.sql' with { type: 'text' }
import mysql0027 from '../../../migrations/mysql/0027_duties.sql' with { type: 'text' }
import mysql0028 from '../../../migrations/mysql/0028_origins.sql' with { type: 'text' }
import sqlite0000 from '../../../migrations/sqlite/0000_desk.sql' with { type: 'text' }
import sqlite0001 from '../../../migrations/sqlite/0001_changes.sql' with { type: 'text' }
import sqlite0002 from '../../../migrations/sqlite/0002_canned.sql' with { type: 'text' }
import sqlite0003 from '../../../migrations/sqlite/0003_inbox.sql' with { type: 'text' }
import sqlite0004 from '../../../migrations/sqlite/0004_search.sql' with { type: 'text' }
import sqlite0005 from '../../../migrations/sqlite/0005_files.sql' with { type: 'text' }
import sqlite0006 from '../../../migrations/sqlite/0006_identities.sql' with { type: 'text' }
import sqlite0007 from '../../../migrations/sqlite/0007_visits.sql' with { type: 'text' }
import sqlite0008 from '../../../migrations/sqlite/0008_supervision.sql' with { type: 'text' }
import sqlite0009 from '../../../migrations/sqlite/0009_around.sql' with { type: 'text' }
import sqlite0010 from '../../../migrations/sqlite/0010_unsent.sql' with { type: 'text' }
import sqlite0011 from '../../../migrations/sqlite/0011_letters.sql' with { type: 'text' }
import sqlite0012 from '../../../migrations/sqlite/0012_split.sql' with { type: 'text' }
import sqlite0013 from '../../../migrations/sqlite/0013_mentions.sql' with { type: 'text' }
import sqlite0014 from '../../../migrations/sqlite/0014_swept.sql' with { type: 'text' }
import sqlite0015 from '../../../migrations/sqlite/0015_texts.sql' with { type: 'text' }
import sqlite0016 from '../../../migrations/sqlite/0016_people.sql' with { type: 'text' }
import sqlite0017 from '../../../migrations/sqlite/0017_mail.sql' with { type: 'text' }
import sqlite0018 from '../../../migrations/sqlite/0018_memory.sql' with { type: 'text' }
import sqlite0019 from '../../../migrations/sqlite/0019_audit_chain.sql' with { type: 'text' }
import sqlite0020 from '../../../migrations/sqlite/0020_routing.sql' with { type: 'text' }
import sqlite0021 from '../../../migrations/sqlite/0021_lists.sql' with { type: 'text' }
import sqlite0022 from '../../../migrations/sqlite/0022_inbox_due.sql' with { type: 'text' }
import sqlite0023 from '../../../migrations/sqlite/0023_customers.sql' with { type: 'text' }
import sqlite0024 from '../../../migrations/sqlite/0024_tags.sql' with { type: 'text' }
import sqlite0025 from '../../../migrations/sqlite/0025_settled.sql' with { type: 'text' }
import sqlite0026 from '../../../migrations/sqlite/0026_doors.sql' with { type: 'text' }
import sqlite0027 from '../../../migrations/sqlite/0027_duties.sql' with { type: 'text' }
import sqlite0028 from '../../../migrations/sqlite/0028_origins.sql' with { type: 'text' }
import type { Migration } from '../migrate'

/**
 * In the order they run, part of the program. Written by `npm run migration NAME` after a change of
 * the tables. One that was released is never edited; until there is a release all are one, made
 * anew when the folder `migrations` was emptied.
 */
export const sqliteMigrations: readonly Migration[] = [
  { name: '0000_desk', sql: sqlite0000 },
  { name: '0001_changes', sql: sqlite0001 },
  { name: '0002_canned', sql: sqlite0002 },
  { name: '0003_inbox', sql: sqlite0003 },
  { name: '0004_search', sql: sqlite0004 },
  { name: '0005_files', sql: sqlite0005 },
  { name: '0006_identities', sql: sqlite0006 },
  { name: '0007_visits', sql: sqlite0007 },
  { name: '0008_supervision', sql: sqlite0008 },
  { name: '0009_around', sql: sqlite0009 },
  { name: '0010_unsent', sql: sqlite0010 },
  { name: '0011_letters', sql: sqlite0011 },
  { name: '0012_split', sql: sqlite0012 },
  { name: '0013_mentions', sql: sqlite0013 },
  { name: '0014_swept', sql: sqlite0014 },
  { name: '0015_texts', sql: sqlite0015 },
  { name: '0016_people', sql: sqlite0016 },
  { name: '0017_mail', sql: sqlite0017 },
  { name: '0018_memory', sql: sqlite0018 },
  { name: '0019_audit_chain', sql: sqlite0019 },
  { name: '0020_routing', sql: sqlite0020 },
  { name: '0021_lists', sql: sqlite0021 },
  { name: '0022_inbox_due', sql: sqlite0022 },
  { name: '0023_customers', sql: sqlite0023 },
  { name: '0024_tags', sql: sqlite0024 },
  { name: '0025_settled', sql: sqlite0025 },
  { name: '0026_doors', sql: sqlite0026 },
  { name: '0027_duties', sql: sqlite0027 },
  { name: '0028_origins', sql: sqlite0028 },
]
export const mysqlMigrations: readonly Migration[] = [
  { name: '0000_desk', sql: mysql0000 },
  { name: '0001_changes', sql: mysql0001 },
  { name: '0002_canned', sql: mysql0002 },
  { name: '0003_inbox', sql: mysql0003 },
  { name: '0004_search', sql: mysql0004 },
  { name: '0005_files', sql: mysql0005 },
  { name: '0006_identities', sql: mysql0006 },
  { name: '0007_visits', sql: mysql0007 },
  { name: '0008_supervision', sql: mysql0008 },
  { name: '0009_around', sql: mysql0009 },
  { name: '0010_unsent', sql: mysql0010 },
  { name: '0011_letters', sql: mysql0011 },
  { name: '0012_split', sql: mysql0012 },
  { name: '0013_mentions', sql: mysql0013 },
  { name: '0014_swept', sql: mysql0014 },
  { name: '0015_texts', sql: mysql0015 },
  { name: '0016_people', sql: mysql0016 },
  { name: '0017_mail', sql: mysql0017 },
  { name: '0018_memory', sql: mysql0018 },
  { name: '0019_audit_chain', sql: mysql0019 },
  { name: '0020_routing', sql: mysql0020 },
  { name: '0021_lists', sql: mysql0021 },
  { name: '0022_inbox_due', sql: mysql0022 },
  { name: '0023_customers', sql: mysql0023 },
  { name: '0024_tags', sql: mysql0024 },
  { name: '0025_settled', sql: mysql0025 },
  { name: '0026_doors', sql: mysql0026 },
  { name: '0027_duties', sql: mysql0027 },
  { name: '0028_origins', sql: mysql0028 },
]
