import type { Command } from 'commander'
import { CliError } from './cli-error'
import { caddyText } from './config-text/caddy'
import { composeText, dockerfileText } from './config-text/docker'
import { nginxText } from './config-text/nginx'
import type { Surroundings } from './config-text/place'
import { systemdText } from './config-text/systemd'
import type { Cli } from './terminal'

const texts = {
  nginx: nginxText,
  caddy: caddyText,
  systemd: systemdText,
  compose: composeText,
  dockerfile: dockerfileText,
} satisfies Record<string, (place: Surroundings) => string>
type Kind = keyof typeof texts

const kinds = Object.keys(texts) as Kind[]

const more = `
Prints it, and changes nothing. For example
  bellhop config nginx --url https://chat.example.org > /etc/nginx/sites-enabled/bellhop
  bellhop config systemd --url https://chat.example.org > /etc/systemd/system/bellhop.service
Several nodes behind nginx or Caddy: --node 10.0.0.1:3000 --node 10.0.0.2:3000
Then bellhop doctor --url … says whether all gets through.`

type Flags = { url?: string; node?: string[]; data: string }

export const addConfig = (program: Command, cli: Cli) => {
  program
    .command('config')
    .argument('<for>', kinds.join(', '))
    .description('print how a proxy, a service or a container is set up for the desk')
    .option('--url <address>', 'the desk as browsers see it (BASE_URL)')
    .option(
      '--node <address>',
      'where a node listens (127.0.0.1 and PORT); for several, again',
      (node: string, before: string[] = []) => [...before, node],
    )
    .option('--data <folder>', 'folder of the data', '/var/lib/bellhop')
    .addHelpText('after', more)
    .action((kind: string, flags: Flags) => {
      const text = texts[kind as Kind]
      if (!text) throw new CliError(`It must be one of ${kinds.join(', ')}`, 2)
      cli.out(text(placeIn(cli, flags)).trimEnd())
    })
}

const placeIn = ({ env }: Cli, { url, node, data }: Flags): Surroundings => {
  const given = url ?? env.BASE_URL ?? 'https://chat.example.org'
  if (!/^https?:\/\/[^/?#\s]+\/?$/.test(given) || !URL.canParse(given))
    throw new CliError('--url must be an address without a path, like https://chat.example.org', 2)
  const nodes = node ?? [`127.0.0.1:${env.PORT || 3000}`]
  const wrong = nodes.find((one) => !/^(\[[\da-f:]+\]|[\w.-]+):\d{1,5}$/i.test(one))
  if (wrong !== undefined)
    throw new CliError(`--node must be like 127.0.0.1:3000 (got ${wrong})`, 2)
  if (!/^\/[^\s"'\\]*$/.test(data))
    throw new CliError('--data must be a folder from the root on', 2)
  return { url: new URL(given), nodes, data }
}
