import { join } from 'node:path'
import { $ } from 'bun'
import { scratchFolder, spawnProgram } from '../support/programs'

const root = join(import.meta.dir, '../..')

/** Builds the program as `npm run build` does, into a temporary folder. Answers where it is. */
export const buildBellhop = async (): Promise<string> => {
  const { scripts } = await Bun.file(join(root, 'package.json')).json()
  const out = join(scratchFolder(), 'bellhop')
  const line: string = scripts.build.match(/bun (build .*? --outfile) dist\/bellhop/)?.[1] ?? ''
  const build = spawnProgram(process.execPath, [...line.split(' '), out], { cwd: root })
  if ((await build.exited) !== 0) throw new Error(build.output())
  return out
}

/** Nothing of the developer's: only what any shell has. */
export const bareShell = async (command: string, cwd: string) => {
  const outcome = await $`env -i PATH=/usr/bin:/bin HOME=${cwd} sh -c ${command}`
    .cwd(cwd)
    .nothrow()
    .quiet()
  return { code: outcome.exitCode, out: outcome.stdout.toString(), err: outcome.stderr.toString() }
}
