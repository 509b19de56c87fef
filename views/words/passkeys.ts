const en = {
  title: 'Passkeys',
  hint: 'A passkey is a key of your phone, computer or security key. It lets you in without a password, and counts for both steps.',
  name: 'Name of the new one',
  nameHint: 'So that you know later which device it is on.',
  add: 'Add a passkey',
  added: 'Added. You can sign in with it from now on.',
  removed: 'Removed here. Delete it on the device too.',
  since: 'since',
  used: 'last used',
  remove: 'Remove…',
  removing: {
    title: (name: string) => `Remove the passkey “${name}”?`,
    hint: 'Nobody can sign in with it any more.',
    yes: 'Remove it',
    no: 'Keep it',
  },
  signIn: 'Sign in with a passkey',
  failed: 'Your device gave no key. Try again, or go on without it.',
  needsScript: 'A passkey is added with JavaScript on.',
  theirs: (n: number): string => (n === 1 ? 'One passkey.' : `${n} passkeys.`),
}

const zh: typeof en = {
  title: '通行密钥',
  hint: '通行密钥保存在手机、电脑或安全密钥中，无需密码即可登录，并视为已完成两步验证。',
  name: '新密钥的名称',
  nameHint: '便于您日后分辨它在哪台设备上。',
  add: '添加通行密钥',
  added: '已添加，今后可以使用它登录。',
  removed: '已在此移除，请同时在设备上删除。',
  since: '添加于',
  used: '最近使用',
  remove: '移除…',
  removing: {
    title: (name) => `要移除通行密钥“${name}”吗？`,
    hint: '移除后不能再用它登录。',
    yes: '移除',
    no: '保留',
  },
  signIn: '使用通行密钥登录',
  failed: '设备没有提供密钥，请重试，或使用其他方式。',
  needsScript: '添加通行密钥需要启用 JavaScript。',
  theirs: (n) => `${n} 个通行密钥。`,
}

/** Of keys of devices, by which somebody signs in without a password. */
export const passkeys = { en, zh }
