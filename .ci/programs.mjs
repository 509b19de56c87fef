// The real programs that the tests talk to. On Debian and Ubuntu, as root, the missing ones are
// installed without starting any service; elsewhere one line says what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/local/sbin', '/usr/sbin', '/sbin']

/** Each Debian package with the executables that show it is there. */
const packages = {
  'redis-server': ['redis-server'],
  'mariadb-server': ['mariadbd', 'mysqld'],
  'chromium-headless-shell': [
    ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
    ...['google-chrome', 'google-chrome-stable'],
  ],
  // Other engines, each for one talk: the second has no screen, so it is given one.
  'firefox-esr': ['firefox-esr', 'firefox'],
  'webkit2gtk-driver': ['WebKitWebDriver'],
  xvfb: ['Xvfb'],
  w3m: ['w3m'],
  'nginx-light': ['nginx'],
  // Makes the certificates of the servers that speak TLS.
  openssl: ['openssl'],
}

/** And what only the long runs need: a cluster of database servers, each of which takes writes. */
const soakPackages = {
  'galera-4': ['/usr/lib/galera/libgalera_smm.so'],
  'mariadb-backup': ['mariadb-backup'],
  socat: ['socat'],
}

const isInstalled = (names) =>
  names.some((name) =>
    name.startsWith('/')
      ? existsSync(name)
      : folders.some((folder) => folder !== '' && existsSync(join(folder, name))),
  )

/** Ubuntu, for one, has no firefox-esr. */
const isKnown = (name) =>
  spawnSync('/usr/bin/apt-cache', ['show', name], { stdio: 'ignore' }).status === 0

/** `soak` says that the long runs are to come. */
export const installPrograms = (say, run, { soak }) => {
  const all = soak ? { ...packages, ...soakPackages } : packages
  const wanted = Object.keys(all).filter((name) => !isInstalled(all[name]))
  if (wanted.length === 0) return
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    say(`not installed, so their tests are skipped: ${wanted.join(', ')}`)
    return
  }
  withoutServices(() => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) =>
      run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { env })
    apt('update')
    const known = wanted.filter(isKnown)
    const unknown = wanted.filter((name) => !known.includes(name))
    if (unknown.length > 0) say(`unknown here, so their tests are skipped: ${unknown.join(', ')}`)
    if (known.length === 0) return
    say(`installing ${known.join(', ')}`)
    apt('install', '-y', '--no-install-recommends', ...known)
  })
}

/** Debian asks this file whether a package may start its service: 101 says no. */
const policy = '/usr/sbin/policy-rc.d'

const withoutServices = (install) => {
  if (existsSync(policy)) return install()
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    install()
  } finally {
    rmSync(policy, { force: true })
  }
}
