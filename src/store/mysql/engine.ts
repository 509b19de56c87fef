/** What kind of servers stand behind a connection, as far as it decides how to write to them. */
export type Engine = {
  name: 'one server' | 'Galera' | 'Group Replication' | 'TiDB'
  /**
   * Whether other servers take writes to the same rows. A transaction may then be undone from
   * outside between any two of its statements. Galera takes what a packet holds after that point for
   * statements of their own and acknowledges them: each statement must be answered before the next
   * is sent, and a packet holds one.
   */
  severalWriters: boolean
}

/** Whether a connection must see what was acknowledged through other servers before it asked. */
export type Role = 'read' | 'write'

/** Variables of a session as the server tells them, by their lower-case names. */
export type Variables = ReadonlyMap<string, string>

type Kind = Engine & {
  isBehind(variables: Variables): boolean
  /** What a session needs, and how the server spells it. One that it does not know is left out. */
  needs: Readonly<Record<Role, Readonly<Record<string, string>>>>
}

const always = {
  // A statement that was undone is ours to repeat: the server does not know what it belonged to.
  wsrep_retry_autocommit: '0',
  // A table is made on all servers, in one order with everything else.
  wsrep_osu_method: 'TOI',
  // A server that has lost the others answers nothing, rather than what was.
  wsrep_dirty_reads: 'OFF',
}

const kinds: readonly Kind[] = [
  {
    ...{ name: 'Galera', severalWriters: true },
    isBehind: (variables) => variables.get('wsrep_on') === 'ON',
    // A turn needs no fresh look: the fence finds out.
    needs: {
      read: { ...always, wsrep_sync_wait: '1' },
      write: { ...always, wsrep_sync_wait: '0' },
    },
  },
  {
    ...{ name: 'Group Replication', severalWriters: true },
    isBehind: (variables) => (variables.get('group_replication_group_name') ?? '') !== '',
    needs: { read: { group_replication_consistency: 'BEFORE' }, write: {} },
  },
  {
    ...{ name: 'TiDB', severalWriters: true },
    isBehind: (variables) => /tidb/i.test(variables.get('version') ?? ''),
    needs: {
      read: { tidb_disable_txn_auto_retry: 'ON' },
      write: { tidb_disable_txn_auto_retry: 'ON' },
    },
  },
]

const alone: Kind = {
  ...{ name: 'one server', severalWriters: false },
  isBehind: () => true,
  needs: { read: {}, write: {} },
}

/** What a greeting asks after. */
export const askedVariables: readonly string[] = [
  ...['version', 'wsrep_on', 'group_replication_group_name'],
  ...new Set(kinds.flatMap(({ needs }) => [needs.read, needs.write].flatMap(Object.keys))),
]

/** Which engine says this of itself, and the settings its session lacks, as assignments. */
export const engineOf = (
  variables: Variables,
  role: Role,
): { engine: Engine; lacks: readonly string[] } => {
  const { name, severalWriters, needs } = kinds.find((kind) => kind.isBehind(variables)) ?? alone
  const lacks = Object.entries(needs[role]).filter(([variable, value]) => {
    const has = variables.get(variable)
    return has !== undefined && has !== value
  })
  return {
    engine: { name, severalWriters },
    lacks: lacks.map(([variable, value]) => `${variable} = ${literal(value)}`),
  }
}

const literal = (value: string) => (/^\d+$/.test(value) ? value : `'${value}'`)
