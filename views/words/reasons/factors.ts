import { again, type Sentence, type Sentences } from './blanks'

const en = {
  signInAgain: () =>
    'You signed in a while ago. Sign out and in again first, so that we know it is you.',
  codeWrong: () =>
    'This code does not fit. Use the one that is shown now; if none fits, look whether the clock of your phone is right.',
  codeUsed: () => 'This code was used already. Wait for the next one.',
  tooManyCodes: (values) => `Too many codes were tried. Try again ${again.en(values)}.`,
  halfOver: () =>
    'That took too long, or your account was changed meanwhile. Please sign in again.',
  halfOther: () =>
    'Another sign-in was begun in this browser. Go on with that one, or start again.',
  offerOver: () => 'This page is too old. Scan the picture below, and enter the code of that.',
  factorIsSet: () => 'Two-step sign-in is on already.',
  factorGone: () => 'Two-step sign-in is off. Set it up first.',
  ownFactor: () => 'Your own two-step sign-in is changed on your own page.',
  factorForced: () => 'Your role asks for two-step sign-in, so it cannot be turned off.',
  factorFirst: () => 'Set up two-step sign-in first: your role asks for it.',
  factorUnreadable: () =>
    'Codes of apps cannot be checked, because the secret of this installation is another one now. Use a recovery code, or ask an admin.',
  passkeyOver: () => 'That took too long, or was used already. Please try again.',
  passkeyUnknown: () =>
    'This passkey is not known here. It may have been removed: sign in another way.',
  passkeyWrong: () => 'Your device gave no key that can be used here. Please try again.',
  passkeyKnown: () => 'This passkey is here already.',
  tooManyPasskeys: ({ limit = 20 }) => `You can have at most ${limit} passkeys. Remove one first.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  signInAgain: () => '距离您登录已有一段时间，请先退出并重新登录，以确认是您本人。',
  codeWrong: () => '验证码不正确，请输入当前显示的验证码。如果始终不对，请检查手机时间是否准确。',
  codeUsed: () => '这个验证码已经用过，请等待下一个。',
  tooManyCodes: (values) => `验证码尝试次数过多，${again.zh(values)}。`,
  halfOver: () => '等待时间过长，或账号在此期间有变更，请重新登录。',
  halfOther: () => '此浏览器中又开始了另一次登录，请继续该次登录，或重新开始。',
  offerOver: () => '此页面已过期，请扫描下方新的二维码，并输入对应的验证码。',
  factorIsSet: () => '两步验证已经开启。',
  factorGone: () => '两步验证未开启，请先设置。',
  ownFactor: () => '请在“我的”页面更改您自己的两步验证。',
  factorForced: () => '您的角色要求两步验证，因此不能关闭。',
  factorFirst: () => '请先设置两步验证，您的角色要求开启。',
  passkeyOver: () => '等待时间过长，或已经用过，请重试。',
  passkeyUnknown: () => '无法识别此通行密钥，它可能已被移除，请使用其他方式登录。',
  passkeyWrong: () => '设备提供的密钥无法在此使用，请重试。',
  passkeyKnown: () => '此通行密钥已经添加过。',
  tooManyPasskeys: ({ limit = 20 }) => `最多只能有 ${limit} 个通行密钥，请先移除一个。`,
  factorUnreadable: () =>
    '系统密钥已更换，无法核对验证器应用的验证码。请使用恢复码，或联系管理员。',
}

/** Of what somebody shows beside their password. */
export const factors = { en, zh }
