import { join } from 'node:path'
import { $ } from 'bun'
import { spawnProgram } from './programs'

const root = join(import.meta.dir, '../..')

/**
 * Builds the program as `npm run build` does, into a folder that it has for itself. Answers where
 * it is.
 */
export const buildBellhop = async (folder: string): Promise<string> => {
  const { scripts } = await Bun.file(join(root, 'package.json')).json()
  const [, line = ''] = scripts.build.match(/^node \.ci\/setup\.mjs && bun (build .*)$/) ?? []
  const script = `"$0" ${line.replaceAll('dist/', `${folder}/`)}`
  const build = spawnProgram('sh', ['-c', script, process.execPath], { cwd: root })
  if ((await build.exited) !== 0) throw new Error(build.output())
  return join(folder, 'bellhop')
}

/** Nothing of the developer's: only what any shell has. */
export const bareShell = async (command: string, cwd: string) => {
  const outcome = await $`env -i PATH=/usr/bin:/bin HOME=${cwd} sh -c ${command}`
    .cwd(cwd)
    .nothrow()
    .quiet()
  return { code: outcome.exitCode, out: outcome.stdout.toString(), err: outcome.stderr.toString() }
}
