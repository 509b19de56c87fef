const en = {
  title: 'Sites',
  said: {
    saved: 'Saved. It is so within five minutes on pages that are loaded from now on.',
    rotated: 'Made. Copy it now.',
  },
  where: 'Where the chat may stand',
  whereHint:
    'Only pages of these sites may hold the chat. With none, nobody may; your own address /chat always works.',
  origins: 'Allowed sites',
  originsHint:
    'One in a line: https://www.example.com, without a path. A subdomain is another site.',
  position: 'Position of the button',
  positions: { right: 'Right', left: 'Left' },
  color: 'Colour of the button',
  colorHint: 'Like #6b46c1. Empty for the colour of your brand.',
  preview: 'Preview',
  previewOf: 'The button on a page of your site',
  previewLines: 'A page of your site',
  snippet: 'Put it on your site',
  snippetHint:
    'Copy this before </body> of every page. Nothing is stored or asked for before a visitor opens the chat.',
  snippetNone: 'Allow your site above first: until then its pages may not show the chat.',
  snippetLabel: 'Code for your site',
  identity: 'Who your customers are',
  identityHint:
    'Your server signs a token with this secret, and the agent sees who it really is. Keep it on your server: never in a page.',
  audience: 'Audience (aud) of the tokens',
  has: 'There is a secret. Nobody can look at it again; make a new one if it is lost.',
  hasNone: 'There is none yet, and nobody is taken at a token’s word.',
  make: 'Make a secret',
  rotate: 'Make a new secret',
  rotateAsk: {
    title: 'Make a new secret?',
    hint: 'Tokens that are signed with the one before are refused from then on.',
    yes: 'Make a new one',
    no: 'Keep it',
  },
  fresh: 'The secret, shown only now',
  freshHint: 'Copy it to your server. After this page nobody can see it again.',
}

const zh: typeof en = {
  title: '网站接入',
  said: { saved: '已保存，五分钟内新打开的页面即按新设置显示。', rotated: '已生成，请立即复制。' },
  where: '允许接入的网站',
  whereHint:
    '只有下列网站的页面可以嵌入聊天窗口。留空则都不允许；本系统自己的 /chat 页面始终可用。',
  origins: '允许的网站',
  originsHint: '每行一个，例如 https://www.example.com，不带路径。子域名需单独填写。',
  position: '按钮位置',
  positions: { right: '右下角', left: '左下角' },
  color: '按钮颜色',
  colorHint: '例如 #6b46c1，留空则使用品牌色。',
  preview: '预览',
  previewOf: '按钮在您网站页面上的样子',
  previewLines: '您的网站页面',
  snippet: '嵌入代码',
  snippetHint: '将代码粘贴到每个页面的 </body> 之前。访客打开聊天之前，不会存储或请求任何内容。',
  snippetNone: '请先在上方添加您的网站，否则其页面无法显示聊天窗口。',
  snippetLabel: '网站嵌入代码',
  identity: '客户身份验证',
  identityHint:
    '由您的服务器用此密钥签发令牌，客服即可确认客户身份。密钥只能保存在服务器上，切勿写进网页。',
  audience: '令牌的受众（aud）',
  has: '已设置密钥，无法再次查看；如已遗失，请生成新密钥。',
  hasNone: '尚未设置密钥，任何令牌都不会被接受。',
  make: '生成密钥',
  rotate: '生成新密钥',
  rotateAsk: {
    title: '生成新密钥？',
    hint: '之后用旧密钥签发的令牌都会被拒绝。',
    yes: '生成新密钥',
    no: '保留原密钥',
  },
  fresh: '密钥（仅显示这一次）',
  freshHint: '请立即复制到您的服务器，离开此页后将无法再次查看。',
}

/** Of the page where sites are let in that hold the chat. */
export const sites = { en, zh }
