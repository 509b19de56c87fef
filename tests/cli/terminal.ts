import { spyOn } from 'bun:test'
import { runCli } from '../../src/cli/cli'

/** Runs one of the program's commands in this process and keeps what it says. */
export const runHere = async (
  argv: readonly string[],
): Promise<{ code: number; out: string; err: string }> => {
  const out: string[] = []
  const err: string[] = []
  const spies = [
    spyOn(console, 'log').mockImplementation((...words) => void out.push(words.join(' '))),
    spyOn(console, 'error').mockImplementation((...words) => void err.push(words.join(' '))),
    spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ]
  try {
    const code = await runCli(argv)
    return { code, out: out.join('\n'), err: err.join('\n') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
