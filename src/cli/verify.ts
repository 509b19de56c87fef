import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { sizeText } from '../../views/words/files'
import { filesOf } from '../backup/files'
import type { Manifest } from '../backup/manifest'
import { restoreBackup } from '../backup/restore'
import { type Proven, type ProvenFiles, proveFiles, proveStore } from '../backup/verify'
import { openLog } from '../log'
import { openDump, openLoad } from '../store/dump/open-dump'
import { openStore } from '../store/open-store'
import { CliError, opening } from './cli-error'
import { placeOf } from './desk-place'
import { bad, type Finding, good, lineOf } from './doctor/finding'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { checked } from './restore'
import type { Cli } from './terminal'

const more = `
Without FILE, the desk itself: every turn is taken again from the journal and compared, the chain of the audit
is walked, and every file that was sent is read. With FILE, a backup: rows and files are counted and compared
with their hashes, then it is restored into a folder that goes away again, and proven as a desk is. Changes
nothing, and may run while the desk is open. Ends with 1 when anything is not as it should be.`

export const addVerify = (program: Command, cli: Cli) => {
  withJson(withData(program.command('verify')))
    .argument('[file]', 'a backup; without it, the desk')
    .description('prove that a desk or a backup is whole')
    .addHelpText('after', more)
    .action(async (file: string | undefined, flags: Place & Form) => {
      const findings = file === undefined ? await ofDesk(cli, flags) : await ofBackup(cli, file)
      const whole = findings.every(({ mark }) => mark !== 'bad')
      if (flags.json) cli.out(JSON.stringify({ whole, findings }, null, 2))
      else for (const finding of findings) cli.out(lineOf(finding))
      cli.finish(whole ? 0 : 1)
    })
}

const ofDesk = async (cli: Cli, flags: Place): Promise<Finding[]> => {
  const config = deskOf(cli, flags)
  const { databaseUrl: url, dataDir } = config
  const proven = await lookInto(cli, flags, proveStore)
  const dump = await opening(openDump({ url, dataDir }), config)
  try {
    const files = await proveFiles(dump, filesOf(dataDir, dump))
    return [good('desk', placeOf(config)), ...proofOf(proven), fileFinding(files)]
  } finally {
    await dump.close()
  }
}

const ofBackup = async (cli: Cli, file: string): Promise<Finding[]> => {
  const { manifest, faults } = await checked(file)
  if (!manifest || faults.length > 0) return faults.map((fault) => bad('backup', fault))
  const { madeAt, version, from, tables, files } = manifest
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  const made = `${new Date(madeAt).toISOString()}, by version ${version} out of ${from}`
  const missing = files.missing > 0 ? `; ${files.missing} were missing when it was made` : ''
  return [
    good('backup', made),
    good(
      'rows',
      `${rows.toLocaleString('en')} in ${Object.keys(tables).length} tables, as written`,
    ),
    good('files', `${files.count} (${sizeText(files.bytes)}), as written${missing}`),
    ...(await proofOfRestored(cli, file, manifest)),
  ]
}

/** A backup is good when it can be restored: that is what is tried. */
const proofOfRestored = async (cli: Cli, file: string, manifest: Manifest): Promise<Finding[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-verify-'))
  const place = { url: `sqlite:${join(dataDir, 'bellhop.db')}`, dataDir }
  const { clock } = cli
  const log = openLog('silent')
  try {
    const { migrations } = manifest
    const load = await openLoad({ ...place, migrations, replace: false, clock, log })
    const none = { files: undefined, secretIn: undefined, epoch: '0' }
    await restoreBackup({ path: file, manifest, load, ...none })
    // One of an older version is brought up to date on the way, as it would be.
    const store = await openStore({ ...place, clock, log })
    const proven = await proveStore(store).finally(() => store.close())
    return [...proofOf(proven), ...headFinding(proven, manifest)]
  } catch (problem) {
    throw new CliError(problem instanceof Error ? problem.message : String(problem))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const proofOf = ({ actors, turns, different, audit }: Proven): Finding[] => {
  const taken = `${turns.toLocaleString('en')} turns of ${actors.toLocaleString('en')} actors`
  const { fault, head, sealed, unsealed } = audit
  const waiting = unsealed === 0 ? '' : `, and ${unsealed} not sealed yet`
  const end = head ? `; head: ${head.seq}:${head.hash}` : ''
  return [
    different.length === 0
      ? good('journal', `${taken}, taken again: equal`)
      : bad(
          'journal',
          `${different.length} actors differ: ${different.slice(0, SHOWN).join(', ')}`,
        ),
    fault
      ? bad('audit', `record ${fault.seq} ${fault.kind}; ${sealed} before it are whole`)
      : good('audit', `whole: ${sealed} records${waiting}${end}`),
  ]
}
/** As many as a line holds. */
const SHOWN = 5

const headFinding = ({ audit: { head } }: Proven, { audit: told }: Manifest): Finding[] =>
  head?.seq === told?.seq && head?.hash === told?.hash
    ? []
    : [bad('audit', 'it does not end where it ended when the backup was made')]

const fileFinding = ({ count, bytes, missing, altered }: ProvenFiles): Finding => {
  const wrong = [...missing, ...altered]
  return wrong.length === 0
    ? good('files', `${count} (${sizeText(bytes)}), all there`)
    : bad(
        'files',
        `${missing.length} missing and ${altered.length} of another length, of ${count}: ${wrong.slice(0, SHOWN).join(', ')}`,
      )
}
