import { SystemPage } from '../../../views/office/system/page'
import { systemInMenu } from '../../../views/office/system/paths'
import type { SystemState, Warning } from '../../../views/office/system/view'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const MEBIBYTE = 1024 * 1024

const state: SystemState = {
  program: {
    ...{ version: '0.1.0', runtime: 'Bun 1.4.4', schema: '0024_tags' },
    ...{
      startedAt: data.now - 7_200_000,
      address: 'https://chat.example.org',
      isAddressGiven: true,
    },
  },
  node: {
    ...{ rssBytes: 148 * MEBIBYTE, heapBytes: 61 * MEBIBYTE },
    ...{ loop: { meanMs: 0.4, worstMs: 12 }, feeds: { meanMs: 0.2, worstMs: 5 } },
  },
  store: {
    ...{ kind: 'file', version: '3.53.4', bytes: 900 * MEBIBYTE, walBytes: 4 * MEBIBYTE },
    ...{ freeBytes: 48_000 * MEBIBYTE, aheadMs: 0 },
  },
  bus: 'alone',
  nodes: [{ node: 'one', silentMs: 0 }],
  connections: { visitors: 312, colleagues: 24 },
  conversations: { waiting: 7, offered: 1, active: 41, left: 12 },
  mail: { count: 0, since: null, sends: true, dead: 0 },
  workers: { post: { count: 0, since: null }, seal: 2, search: 0, parked: 0, setAside: 0 },
  backups: {
    ...{ folder: '/mnt/backups/bellhop', everyMs: 86_400_000, keep: 7, failed: null },
    made: {
      ...{ at: data.now - 3_600_000, file: 'bellhop-20261130T020000Z.tar' },
      ...{ bytes: 210 * MEBIBYTE, tookMs: 42_700 },
    },
  },
}

const warnings: readonly Warning[] = [
  { code: 'busDown', mark: 'bad', values: {} },
  { code: 'parked', mark: 'bad', values: { actors: 1, mail: 4 } },
  {
    ...{ code: 'backupFailed', mark: 'bad' },
    values: {
      why: 'BACKUP_DIR cannot be written: /mnt/backups/bellhop belongs to user 0 (mode 0755), and this process runs as user 999',
      at: data.now - 60_000,
    },
  },
  { code: 'diskFull', mark: 'fair', values: { bytes: 700 * MEBIBYTE } },
  { code: 'mailNone', mark: 'fair', values: {} },
]

const troubled: SystemState = {
  ...state,
  bus: 'down',
  nodes: [...state.nodes, { node: 'two', silentMs: 40_000 }],
  store: { ...state.store, kind: 'server', version: '10.11.6-MariaDB (Galera)', bytes: 0 },
  mail: { count: 3, since: data.now - 900_000, sends: false, dead: 2 },
  workers: {
    ...{ post: { count: 18, since: data.now - 45_000 }, seal: 4, search: 9 },
    ...{ parked: 1, setAside: 4 },
  },
  backups: { folder: null, everyMs: 86_400_000, keep: 7, made: null, failed: null },
}

const picture = (name: string, of: SystemState, told: readonly Warning[]): Picture => ({
  name,
  height: 1300,
  page: (given) => (
    <SystemPage
      {...lookOf(given)}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[systemInMenu]}
      page={systemInMenu}
      view={{ ...of, warnings: told }}
    />
  ),
})

export const systemPictures: readonly Picture[] = [
  picture('office-system', state, []),
  picture('office-system-troubled', troubled, warnings),
]
