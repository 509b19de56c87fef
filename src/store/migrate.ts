/** One step of the schema: SQL text that imports nothing and never changes once it is released. */
export type Migration = { name: string; sql: string }

/** What a database says of one it ran. `done` counts statements, for one that was cut short. */
export type Ran = { name: string; checksum: string; done: number }

/** Where migrations run. `run` does the rest of one and records it. */
export type Migrator = {
  /** Those recorded; none when there is no journal yet. */
  ran(): Promise<Ran[]>
  /** Holds every other runner off until `work` ends. */
  alone<T>(work: () => Promise<T>): Promise<T>
  run(migration: Migration, from: number): Promise<void>
}

/**
 * Brings a database up to date and answers the names of what it ran. Safe to run twice, by two
 * at once, and again after it was interrupted anywhere.
 * Throws when the database was made by a newer version, or a released migration was edited.
 */
export const migrate = async (
  migrator: Migrator,
  migrations: readonly Migration[],
): Promise<string[]> => {
  if (pending(await migrator.ran(), migrations).length === 0) return []
  return migrator.alone(async () => {
    const ran = await migrator.ran()
    const rest = pending(ran, migrations)
    for (const migration of rest) {
      await migrator.run(migration, ran.find(({ name }) => name === migration.name)?.done ?? 0)
    }
    return rest.map(({ name }) => name)
  })
}

/** What would run. Throws as `migrate` does. */
export const pending = (ran: readonly Ran[], migrations: readonly Migration[]): Migration[] => {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of ran) {
    const migration = known.get(name)
    if (!migration) {
      throw new Error(`This database was made by a newer version (${name}). Install that one.`)
    }
    if (checksum !== checksumOf(migration)) {
      throw new Error(`Migration ${name} is not the one that ran on this database.`)
    }
  }
  const finished = new Map(ran.map(({ name, done }) => [name, done]))
  return migrations.filter(
    (migration) => (finished.get(migration.name) ?? 0) < statementsIn(migration).length,
  )
}

export const statementsIn = ({ sql }: Migration): string[] =>
  sql
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

export const checksumOf = ({ sql }: Migration): string =>
  new Bun.CryptoHasher('sha256').update(sql).digest('hex')
