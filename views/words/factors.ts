import { plural } from './en/times'

const en = {
  title: 'Two-step sign-in',
  /** On the page of one's own, and that of somebody else. */
  off: 'Off: your password alone lets you in.',
  offForced: 'Off, and your role asks for it.',
  on: 'On. When you sign in, you are asked for a code of your app too.',
  onWith: (n: number) =>
    `On. When you sign in, you are asked for a code of your app too. ${plural(n, 'recovery code')} left.`,
  since: 'Since',
  codesLeft: (n: number) => `${plural(n, 'recovery code')} left.`,
  setUp: 'Set up',
  manage: 'Change',
  theirsOff: 'Off: their password alone lets them in.',
  theirsForced: 'Off. Their role asks for it: they are led to set it up when they sign in.',
  theirsOn: 'On: they are asked for a code of their app too.',
  takeOff: 'Take off…',
  takingOff: {
    title: (name: string) => `Take the two-step sign-in off ${name}?`,
    hint: 'For who has lost their phone and their recovery codes. Be sure that it is they who ask: their passkeys go too. From then on their password alone lets them in, or leads them to set it up again where their role asks for it.',
    yes: 'Take it off',
    no: 'Keep it',
  },
  enrol: {
    title: 'Set up two-step sign-in',
    lead: 'From then on you sign in with your password and a code that an app on your phone shows.',
    forced:
      'Your role asks for it, and the desk opens as soon as it is set up. From then on you sign in with your password and a code that an app on your phone shows.',
    scan: 'Scan this with an app for such codes.',
    picture: 'The key as a picture, for the camera of your app',
    typed: 'Or type this key into the app:',
    again:
      'It is another one each time this page is loaded: scan it again then. No app yet? Any that knows TOTP will do.',
    code: 'Code the app shows',
    codeHint: 'Six digits.',
    password: 'Your password',
    passwordHint: 'You signed in a while ago, so we ask whether it is you.',
    submit: 'Turn on',
  },
  codes: {
    title: 'Your recovery codes',
    lead: 'Each lets you in once, without your app. They are shown this once: keep them where you find them without your phone.',
    download: 'Save as a file',
    file: (desk: string, email: string) =>
      `Recovery codes of ${email} for ${desk}. Each works once.`,
    goOn: 'I have kept them, go on',
    ended: 'Everywhere else you were signed out.',
  },
  own: {
    newCodes: 'New recovery codes',
    newCodesHint: 'Those you have now are worth nothing then.',
    drop: 'Turn off',
    dropHint: 'Your password alone lets you in then.',
    forced: 'Your role asks for it, so it cannot be turned off.',
    back: 'Back to your page',
    dropped: 'Turned off.',
  },
  second: {
    title: 'Enter your code',
    titlePasskey: 'Your second step',
    lead: (email: string) => `Signing in as ${email}.`,
    code: 'Code of your app',
    codeHint: 'Six digits. Each works once.',
    recovery: 'Recovery code',
    recoveryHint: 'One of those you kept. Each works once.',
    submit: 'Sign in',
    withRecovery: 'Use a recovery code instead',
    withApp: 'Use a code of your app instead',
    lost: 'Neither phone nor codes? Ask an admin of this desk to take the two-step sign-in off you.',
    passkeyOnly: 'Your role asks for a second step, and yours is a passkey.',
    back: 'Sign in as somebody else',
  },
  role: {
    title: 'Two-step sign-in',
    hint: 'Where it is needed, whoever has this role and has not set it up is led to do so when they sign in, and at once where they are signed in already. Nothing else opens for them until then.',
    label: 'For whoever has this role',
    choices: { optional: 'As they like', required: 'Needed' },
    save: 'Save',
  },
  said: { dropped: 'Turned off.', over: 'That took too long. Please sign in again.' },
  doors: {
    password: 'by password',
    code: 'by password and code',
    recovery: 'by password and recovery code',
    passkey: 'by passkey',
    provider: (name: string) => `by ${name}`,
    provided: 'by another service',
  },
}

const zh: typeof en = {
  title: '两步验证',
  off: '未开启：仅凭密码即可登录。',
  offForced: '未开启，您的角色要求开启。',
  on: '已开启。登录时还需输入验证器应用中的验证码。',
  onWith: (n) => `已开启。登录时还需输入验证器应用中的验证码，剩余 ${n} 个恢复码。`,
  since: '开启于',
  codesLeft: (n) => `剩余 ${n} 个恢复码。`,
  setUp: '设置',
  manage: '更改',
  theirsOff: '未开启：对方仅凭密码即可登录。',
  theirsForced: '未开启。其角色要求开启，对方登录时会被引导设置。',
  theirsOn: '已开启：对方登录时还需输入验证器应用中的验证码。',
  takeOff: '关闭…',
  takingOff: {
    title: (name) => `要关闭${name}的两步验证吗？`,
    hint: '适用于手机和恢复码都已丢失的情况。请先确认确实是本人提出，其通行密钥也会一并移除。关闭后，对方仅凭密码即可登录；如其角色要求两步验证，则会被引导重新设置。',
    yes: '关闭',
    no: '保留',
  },
  enrol: {
    title: '设置两步验证',
    lead: '设置后，登录时需要输入密码，以及手机验证器应用中显示的验证码。',
    forced:
      '您的角色要求两步验证，设置完成后即可进入系统。今后登录时需要输入密码，以及手机验证器应用中显示的验证码。',
    scan: '请用验证器应用扫描二维码。',
    picture: '密钥的二维码，供验证器应用扫描',
    typed: '或在应用中手动输入密钥：',
    again:
      '每次打开本页都会生成新的密钥，刷新后请重新扫描。还没有验证器应用？任何支持 TOTP 的应用都可以。',
    code: '应用中显示的验证码',
    codeHint: '6 位数字。',
    password: '您的密码',
    passwordHint: '距离您登录已有一段时间，请确认是您本人。',
    submit: '开启',
  },
  codes: {
    title: '您的恢复码',
    lead: '没有验证器应用时，每个恢复码可用来登录一次。恢复码仅显示这一次，请保存在手机以外的地方。',
    download: '保存为文件',
    file: (desk, email) => `${email} 在${desk}的恢复码，每个只能使用一次。`,
    goOn: '我已保存，继续',
    ended: '您在其他设备上的登录已退出。',
  },
  own: {
    newCodes: '重新生成恢复码',
    newCodesHint: '现有的恢复码将全部失效。',
    drop: '关闭',
    dropHint: '关闭后仅凭密码即可登录。',
    forced: '您的角色要求两步验证，因此不能关闭。',
    back: '返回“我的”',
    dropped: '已关闭。',
  },
  second: {
    title: '输入验证码',
    titlePasskey: '两步验证',
    lead: (email) => `正在以 ${email} 登录。`,
    code: '验证器应用中的验证码',
    codeHint: '6 位数字，每个只能使用一次。',
    recovery: '恢复码',
    recoveryHint: '您保存的恢复码之一，每个只能使用一次。',
    submit: '登录',
    withRecovery: '改用恢复码',
    withApp: '改用验证器应用',
    lost: '手机和恢复码都不在身边？请联系管理员关闭您的两步验证。',
    passkeyOnly: '您的角色要求两步验证，请使用通行密钥。',
    back: '使用其他账号登录',
  },
  role: {
    title: '两步验证',
    hint: '设为“必须”后，拥有此角色但尚未设置的人在登录时会被引导设置，已登录的人也会立即被引导。设置完成前不能进行其他操作。',
    label: '对拥有此角色的人',
    choices: { optional: '自行决定', required: '必须' },
    save: '保存',
  },
  said: { dropped: '已关闭。', over: '等待时间过长，请重新登录。' },
  doors: {
    password: '使用密码',
    code: '使用密码和验证码',
    recovery: '使用密码和恢复码',
    passkey: '使用通行密钥',
    provider: (name) => `使用${name}`,
    provided: '使用其他服务',
  },
}

/** Of what somebody shows beside their password when they sign in. */
export const factors = { en, zh }

/** By which door a session was begun, in words; nothing of one from before that was written down. */
export const doorWords = (
  door: string | null | undefined,
  provider: string | undefined,
  language: 'en' | 'zh',
): string | undefined => {
  const { doors } = factors[language]
  if (!door) return undefined
  if (door.startsWith('provider:')) return provider ? doors.provider(provider) : doors.provided
  if (door === 'password' || door === 'code' || door === 'recovery' || door === 'passkey')
    return doors[door]
  return undefined
}
