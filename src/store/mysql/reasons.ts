import { placeOf, type ServerUrl } from '../../config/server-url'
import { certificateRemedy, isNoTls } from '../../config/tls'
import { ServerFault } from '../server-fault'
import { Unavailable } from '../unavailable'
import { mysqlFault } from './faults'

/** As much of a driver's error as tells who refused and why. */
type Fault = { code?: string; errno?: number; message?: string }

/** What somebody has to put right before it can work; waiting does not help. */
type Refused = { errnos?: readonly number[]; code?: string; remedy(server: ServerUrl): string }

const withTls = ({ tls }: ServerUrl) =>
  tls
    ? ' It says the same to who must show a certificate (REQUIRE X509): cert=… and key=… name it.'
    : ' It says the same to who must come with TLS: ssl=verify asks for that.'

const refused: readonly Refused[] = [
  {
    errnos: [1045, 1698, 1524],
    remedy: (server) =>
      `Look at user and password in DATABASE_URL; signs like @ : / are %40 %3A %2F there.${withTls(server)}`,
  },
  {
    errnos: [1044, 1142, 1143, 1227, 1370],
    remedy: ({ database, user }) =>
      `GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP ON \`${database}\`.* TO '${user}'`,
  },
  {
    errnos: [1049],
    remedy: ({ database }) => `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4`,
  },
  {
    errnos: [1130],
    remedy: ({ user }) => `Let '${user}' come from this host: CREATE USER '${user}'@'<address>'`,
  },
  { errnos: [1129], remedy: () => 'On the server: FLUSH HOSTS' },
  {
    errnos: [3159],
    remedy: () => 'Add ssl=verify to DATABASE_URL, and ca=<file> when its authority is your own.',
  },
  {
    code: 'HANDSHAKE_NO_SSL_SUPPORT',
    remedy: () => 'Give it a certificate (ssl_cert and ssl_key in its settings).',
  },
  {
    code: 'AUTH_SWITCH_PLUGIN_ERROR',
    remedy: ({ user }) =>
      `Give '${user}' a password by mysql_native_password or caching_sha2_password.`,
  },
]

const hungUp = 'It hangs up: look at its log, and at what stands between here and there.'

/** What mostly helps when a server is away. */
const away: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Is it started, and does it listen there (bind-address, port)?',
  ETIMEDOUT: 'Look at the network and its firewalls between here and there, and at the port.',
  ENOTFOUND: 'Look at the name in DATABASE_URL and in DNS.',
  EAI_AGAIN: 'Look at the name in DATABASE_URL and in DNS.',
  ECONNRESET: hungUp,
  PROTOCOL_CONNECTION_LOST: hungUp,
  EHOSTUNREACH: 'Look at the network between here and there.',
  ENETUNREACH: 'Look at the network between here and there.',
}
const FULL_ERRNOS = [1040, 1203, 1226]

/** Why a server could not be worked with, by its own words, and what puts it right. */
export const notReached = (problem: unknown, server: ServerUrl): ServerFault => {
  const where = `MySQL at ${placeOf(server)}, as ${server.user || 'nobody'}`
  if (problem instanceof ServerFault) {
    const { says, remedy, passing } = problem
    return new ServerFault(`${where}: ${says}`, { cause: problem, remedy, passing })
  }
  const { code, errno, message = String(problem) } = problem as Fault
  const says = `${where}: ${message}`
  const rule = refused.find(
    (one) => one.errnos?.includes(errno ?? 0) || (code !== undefined && one.code === code),
  )
  const remedy = rule?.remedy(server) ?? tlsRemedy(problem)
  if (remedy !== undefined) return new ServerFault(says, { cause: problem, remedy })
  const isFull = FULL_ERRNOS.includes(errno ?? 0)
  const help = isFull ? 'Raise max_connections: each node holds up to twenty.' : away[code ?? '']
  const passing = help !== undefined || mysqlFault(problem) instanceof Unavailable
  const silent = problem instanceof Unavailable ? away.ETIMEDOUT : undefined
  return new ServerFault(says, { cause: problem, remedy: help ?? silent, passing })
}

const tlsRemedy = (problem: unknown): string | undefined =>
  certificateRemedy(problem) ??
  (isNoTls(problem) ? 'It does not speak TLS there: look at the port in DATABASE_URL.' : undefined)
