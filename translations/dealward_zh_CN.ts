<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountCommand</name>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Passphrase of the new account</source>
        <translation>新账户的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Who may open a vault, in which role and up to which level</source>
        <translation>谁能打开保密库、以何角色、至何级别</translation>
    </message>
</context>
<context>
    <name>AnonymiseCommand</name>
    <message>
        <source>Copy a client list without the clients, and prove that no original value is left</source>
        <translation>生成不含客户的名单副本，并证明没有残留任何原值</translation>
    </message>
    <message>
        <source>Name the list, the result and the policy: anonymise %1</source>
        <translation>请指定名单、结果与策略：anonymise %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written: de-identified as long as the key exists.</source>
        <translation>
            <numerusform>已写出 %n 行：密钥存续期间属去标识化数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>No --key-file was given: the labels cannot be made again for another file.</source>
        <translation>未指定 --key-file：无法为其他文件重现相同的标签。</translation>
    </message>
</context>
<context>
    <name>CanvasInput</name>
    <message>
        <source>Mark the selected text</source>
        <translation>遮盖所选文字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate the mark</source>
        <translation>复制此标记</translation>
    </message>
    <message>
        <source>Repeat the mark on all pages</source>
        <translation>在所有页面重复此标记</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>移除此标记</translation>
    </message>
</context>
<context>
    <name>ClientText</name>
    <message>
        <source>Client name</source>
        <translation>客户名称</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Level of the row</source>
        <translation>行级别</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>原样保留</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>important data: ask counsel</source>
        <translation>重要数据：请咨询律师</translation>
    </message>
    <message>
        <source>rows carry a state-secret grade: ask counsel</source>
        <translation>行中标有国家秘密等级：请咨询律师</translation>
    </message>
    <message>
        <source>a price list per client: ask counsel</source>
        <translation>按客户的价格表：请咨询律师</translation>
    </message>
    <message>
        <source>competitively sensitive</source>
        <translation>竞争敏感</translation>
    </message>
    <message>
        <source>many people in one place</source>
        <translation>同处人数众多</translation>
    </message>
    <message>
        <source>many sensitive items in one place</source>
        <translation>同处敏感信息众多</translation>
    </message>
    <message>
        <source>sensitive personal information</source>
        <translation>敏感个人信息</translation>
    </message>
    <message>
        <source>minors under 14</source>
        <translation>未满 14 周岁的未成年人</translation>
    </message>
    <message>
        <source>a trade secret</source>
        <translation>商业秘密</translation>
    </message>
    <message>
        <source>personal information</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>nothing that asks for more</source>
        <translation>没有要求更高级别的内容</translation>
    </message>
    <message>
        <source>the file says so</source>
        <translation>文件自身标明</translation>
    </message>
    <message>
        <source>plain letters only</source>
        <translation>仅含基本字母</translation>
    </message>
    <message>
        <source>every character fits</source>
        <translation>每个字符都吻合</translation>
    </message>
    <message>
        <source>judged by its pattern of bytes</source>
        <translation>由字节特征判断</translation>
    </message>
    <message>
        <source>most characters fit; look at the preview</source>
        <translation>多数字符吻合；请查看预览</translation>
    </message>
    <message>
        <source>looks like Western text; look at the preview</source>
        <translation>像西文；请查看预览</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由您选择</translation>
    </message>
    <message>
        <source>the line is too long to be a row of a list.</source>
        <translation>该行过长，不像名单的一行。</translation>
    </message>
    <message>
        <source>there is text after the closing quotation mark of a cell.</source>
        <translation>单元格的结束引号之后还有文字。</translation>
    </message>
    <message>
        <source>a quotation mark is opened and never closed.</source>
        <translation>引号打开后没有关闭。</translation>
    </message>
    <message>
        <source>this client is there already.</source>
        <translation>该客户已存在。</translation>
    </message>
    <message>
        <source>“%1” does not look like an e-mail address. It is kept.</source>
        <translation>“%1”不像电子邮箱地址，仍予保留。</translation>
    </message>
    <message>
        <source>the name is too long to be one.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>there is no client name.</source>
        <translation>没有客户名称。</translation>
    </message>
    <message>
        <source>“%1” is no amount. It is kept as text.</source>
        <translation>“%1”不是金额，按文本保留。</translation>
    </message>
    <message>
        <source>“%1” is a grade of state secrets. The row is kept at level 4; ask counsel.</source>
        <translation>“%1”是国家秘密等级。该行保存在 4 级；请咨询律师。</translation>
    </message>
    <message>
        <source>there are more cells than the list&apos;s %1 columns.</source>
        <translation>单元格多于名单的 %1 列。</translation>
    </message>
    <message>
        <source>“%1” is no level. Use 1 to 4, or say in the mapping what it means.</source>
        <translation>“%1”不是级别。请用 1 至 4，或在映射中说明其含义。</translation>
    </message>
    <message>
        <source>some bytes are no text in this encoding.</source>
        <translation>有些字节在此编码下不是文字。</translation>
    </message>
    <message>
        <source>a cell is longer than 128 KiB.</source>
        <translation>有单元格长于 128 KiB。</translation>
    </message>
    <message>
        <source>there is a control character in the text.</source>
        <translation>文本中有控制字符。</translation>
    </message>
    <message>
        <source>there are more cells than a list may have columns.</source>
        <translation>单元格多于名单允许的列数。</translation>
    </message>
    <message>
        <source>the cells of this row are not in order.</source>
        <translation>此行的单元格顺序不对。</translation>
    </message>
    <message>
        <source>a number of more than 15 digits: the spreadsheet has already rounded it. Store such numbers as text.</source>
        <translation>超过 15 位的数字：电子表格已将其舍入。请按文本保存此类号码。</translation>
    </message>
    <message>
        <source>the cell holds the error %1.</source>
        <translation>单元格含错误值 %1。</translation>
    </message>
    <message>
        <source>the workbook refers to a text it does not hold.</source>
        <translation>工作簿引用了其中没有的文本。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Row %1, “%2”: %3</source>
        <translation>第 %1 行，“%2”：%3</translation>
    </message>
    <message>
        <source>%1 of %2 imported, %3 need attention.</source>
        <translation>%2 行中已导入 %1 行，%3 行需要处理。</translation>
    </message>
    <message>
        <source>%1 of %2 would be imported, %3 need attention.</source>
        <translation>%2 行中可导入 %1 行，%3 行需要处理。</translation>
    </message>
    <message>
        <source>by its heading</source>
        <translation>依据表头</translation>
    </message>
    <message>
        <source>as in your last import</source>
        <translation>沿用上次导入</translation>
    </message>
    <message>
        <source>no cell is filled</source>
        <translation>没有已填写的单元格</translation>
    </message>
    <message>
        <source>names of levels</source>
        <translation>级别名称</translation>
    </message>
    <message>
        <source>%1 of %2 cells: %3</source>
        <translation>%2 个单元格中 %1 个：%3</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Usage: dealward-cli COMMAND …</source>
        <translation>用法：dealward-cli COMMAND …</translation>
    </message>
    <message>
        <source>Every command on a VAULT takes --user U and --passphrase-file F, or asks for the passphrase. Exit codes: 0 done, 1 the answer is no, 2 usage or input error.</source>
        <translation>对 VAULT 的每个命令都需要 --user U 与 --passphrase-file F，否则询问口令。退出码：0 完成，1 答案为否，2 用法或输入错误。</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the program itself: &quot;en&quot; or &quot;zh&quot;</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>There is no command “%1”; dealward-cli help lists them.</source>
        <translation>没有命令“%1”；dealward-cli help 列出全部命令。</translation>
    </message>
    <message>
        <source>(kept at a level you are not cleared for)</source>
        <translation>（保存在您无权限的级别）</translation>
    </message>
    <message>
        <source>%1 of %2 rows imported</source>
        <translation>已导入 %2 行中的 %1 行</translation>
    </message>
    <message>
        <source>row %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n sealed entry(ies) of colleagues were filed.</source>
        <translation>
            <numerusform>已归档同事的 %n 条密封内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealed above your clearance: it will be filed when a cleared colleague unlocks.</source>
        <translation>内容高于您的许可级别，已密封；待具备许可的同事解锁时归档。</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>The deal is active and its phase lets this go outside</source>
        <translation>项目进行中，且当前阶段允许对外交付</translation>
    </message>
    <message>
        <source>The recipient is an active person</source>
        <translation>接收人为在岗人员</translation>
    </message>
    <message>
        <source>An NDA in force covers the recipient and the purpose</source>
        <translation>有效的保密协议涵盖接收人与目的</translation>
    </message>
    <message>
        <source>A grant is active today for this level</source>
        <translation>今天有适用于此级别的有效授权</translation>
    </message>
    <message>
        <source>The background check is passed and valid</source>
        <translation>背景核查已通过且有效</translation>
    </message>
    <message>
        <source>Training is valid and the rules are acknowledged</source>
        <translation>培训有效且规则已签收</translation>
    </message>
    <message>
        <source>The declaration is on file (from phase 4)</source>
        <translation>利益申报已归档（自第 4 阶段起）</translation>
    </message>
    <message>
        <source>No wall stands between</source>
        <translation>不受信息隔离墙限制</translation>
    </message>
    <message>
        <source>The organisation is not frozen and its assessment is current</source>
        <translation>所属机构未被冻结且评估有效</translation>
    </message>
    <message>
        <source>The version was approved by a second person</source>
        <translation>版本已由第二人批准</translation>
    </message>
    <message>
        <source>The redaction or anonymisation is verified</source>
        <translation>遮盖或匿名化已验证</translation>
    </message>
    <message>
        <source>The channel is approved, and encrypted from level 3</source>
        <translation>渠道已批准，3 级起须加密</translation>
    </message>
    <message>
        <source>Personal information has a legal basis with evidence</source>
        <translation>个人信息有合法性基础及证据</translation>
    </message>
    <message>
        <source>No open serious incident freezes the deal</source>
        <translation>没有冻结项目的未结严重事件</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Renew by</source>
        <translation>续期截止</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Client list: %1 of %2 rows imported, %3 need attention</source>
        <translation>客户名单：%2 行中已导入 %1 行，%3 行需要处理</translation>
    </message>
    <message>
        <source>Redaction: verified by a second process, nothing of %1 terms was found</source>
        <translation>遮盖：已由第二个进程验证，%1 个词一个也未找到</translation>
    </message>
    <message>
        <source>Release refused; these conditions hold, and these do not:</source>
        <translation>拒绝交付；以下条件满足，以下不满足：</translation>
    </message>
    <message>
        <source>Release made: all fourteen conditions hold, watermark %1</source>
        <translation>已交付：十四项条件全部满足，水印 %1</translation>
    </message>
    <message>
        <source>%1: passed, snapshot signed</source>
        <translation>%1：已通过，快照已签名</translation>
    </message>
    <message>
        <source>Sealed report: %1</source>
        <translation>签章报告：%1</translation>
    </message>
    <message>
        <source>Document: “%1” imported, %2 pages, %3 places with client information</source>
        <translation>文件：已导入“%1”，%2 页，发现 %3 处客户信息</translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>Vault:</source>
        <translation>保密库：</translation>
    </message>
    <message>
        <source>Redacted file:</source>
        <translation>遮盖后的文件：</translation>
    </message>
    <message>
        <source>Package:</source>
        <translation>交付包：</translation>
    </message>
    <message>
        <source>Sealed report:</source>
        <translation>签章报告：</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>账户：</translation>
    </message>
    <message>
        <source>Build the demo deal: from an empty vault to a sealed report</source>
        <translation>生成示例项目：从空保密库到签章报告</translation>
    </message>
</context>
<context>
    <name>DocumentCommand</name>
    <message>
        <source>Import, list, mark, redact, review and export documents</source>
        <translation>导入、列出、标记、遮盖、复核与导出文件</translation>
    </message>
    <message>
        <source>Say what to do with which document:</source>
        <translation>请说明对哪份文件做什么：</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The font Noto Sans CJK is not installed (package fonts-noto-cjk); without it the report would have holes. Nothing was written; install it and try again.</source>
        <translation>未安装 Noto Sans CJK 字体（软件包 fonts-noto-cjk），否则报告会缺字。未写入任何内容，请安装后重试。</translation>
    </message>
    <message>
        <source>The certificate was not issued by the authority that came with it. Nothing was sealed.</source>
        <translation>证书并非由随附的机构签发，未作签章。</translation>
    </message>
    <message>
        <source>The seal could not be made: the fingerprint of the file has the wrong length. Nothing was written.</source>
        <translation>无法签章：文件摘要长度不符，未写入任何内容。</translation>
    </message>
    <message>
        <source>The signature cannot be read.</source>
        <translation>签名无法读取。</translation>
    </message>
    <message>
        <source>The signature is not in its one permitted form.</source>
        <translation>签名不是唯一允许的形式。</translation>
    </message>
    <message>
        <source>The seal that was made did not pass its own check (%1). Nothing was written; try again, and report this if it stays.</source>
        <translation>所作签章未通过自检（%1），未写入任何内容。请重试，若仍出现请反馈。</translation>
    </message>
    <message>
        <source>The seal could not be made. Nothing was written.</source>
        <translation>无法签章，未写入任何内容。</translation>
    </message>
    <message>
        <source>The signature was not made with the certificate&apos;s key.</source>
        <translation>签名并非由证书对应的密钥作出。</translation>
    </message>
    <message>
        <source>The certificate file holds no key that can seal: P-256, P-384 or RSA of at least 2048 bits is needed. Ask its issuer for another.</source>
        <translation>证书文件中没有可用于签章的密钥，需要 P-256、P-384 或不少于 2048 位的 RSA。请向签发机构另行索取。</translation>
    </message>
    <message>
        <source>This is no certificate file (.p12 or .pfx), or it is damaged. Nothing was changed.</source>
        <translation>这不是证书文件（.p12 或 .pfx），或文件已损坏。未作任何更改。</translation>
    </message>
    <message>
        <source>The passphrase does not open the certificate file. Nothing was changed; try again.</source>
        <translation>口令无法打开证书文件，未作任何更改，请重试。</translation>
    </message>
    <message>
        <source>The report could not be drawn. Nothing was written.</source>
        <translation>无法绘制报告，未写入任何内容。</translation>
    </message>
    <message>
        <source>There is no report of this kind: “%1”. Choose gate, periodic, incident or final, and a gate only with a gate report.</source>
        <translation>没有此类报告：“%1”。请选择 gate、periodic、incident 或 final，仅关口报告可指定关口。</translation>
    </message>
    <message>
        <source>The plan of the report does not fit the registers at “%1”. Nothing was written; this is a fault of the program.</source>
        <translation>报告的布局与登记册在“%1”处不一致。未写入任何内容；这是程序缺陷。</translation>
    </message>
    <message>
        <source>There is no deal yet to report on. Enter the deal first.</source>
        <translation>尚无可供报告的项目，请先填写项目。</translation>
    </message>
    <message>
        <source>Your role (%1) may not seal reports. Ask the compliance officer.</source>
        <translation>您的角色（%1）不能签发报告，请联系合规负责人。</translation>
    </message>
    <message>
        <source>The report that was made did not pass sealcheck (%1: %2). It was not issued.</source>
        <translation>所生成的报告未通过 sealcheck（%1：%2），未予签发。</translation>
    </message>
    <message>
        <source>The report&apos;s words are missing from the program. Nothing was written; install it again.</source>
        <translation>程序缺少报告用语，未写入任何内容，请重新安装。</translation>
    </message>
    <message>
        <source>The schema uses “%1”, which is not understood.</source>
        <translation>格式规范使用了无法识别的“%1”。</translation>
    </message>
    <message>
        <source>The schema cannot be read.</source>
        <translation>格式规范无法读取。</translation>
    </message>
    <message>
        <source>The data does not fit its schema at “%1” (%2).</source>
        <translation>数据在“%1”处不符合格式规范（%2）。</translation>
    </message>
    <message>
        <source>There is no signature over the whole file.</source>
        <translation>没有覆盖整个文件的签名。</translation>
    </message>
    <message>
        <source>The seal or watermark could not be drawn. Nothing was written.</source>
        <translation>无法绘制签章或水印，未写入任何内容。</translation>
    </message>
    <message>
        <source>The file has no page %1 for the seal. Nothing was written.</source>
        <translation>文件没有第 %1 页可放置签章，未写入任何内容。</translation>
    </message>
    <message>
        <source>The file was not prepared for a seal. Nothing was written.</source>
        <translation>文件未经签章准备，未写入任何内容。</translation>
    </message>
    <message>
        <source>The text is too long for a QR code. Nothing was written.</source>
        <translation>文字过长，无法生成二维码，未写入任何内容。</translation>
    </message>
    <message>
        <source>The file is signed already, and another seal would break that. Nothing was changed.</source>
        <translation>文件已有签名，再次签章会破坏原签名。未作任何更改。</translation>
    </message>
    <message>
        <source>The certificates take more room than a seal has (%1 bytes). Use a shorter chain. Nothing was written.</source>
        <translation>证书占用超过签章可用空间（%1 字节），请使用较短的证书链。未写入任何内容。</translation>
    </message>
    <message>
        <source>This PDF cannot be read. It was left as it is.</source>
        <translation>此 PDF 无法读取，文件未作改动。</translation>
    </message>
    <message>
        <source>The authority&apos;s certificate and its key do not belong together. Nothing was issued.</source>
        <translation>机构的证书与密钥不匹配，未签发证书。</translation>
    </message>
    <message>
        <source>This key cannot seal: P-256, P-384 or RSA of at least 2048 bits is needed.</source>
        <translation>此密钥不能用于签章，需要 P-256、P-384 或不少于 2048 位的 RSA。</translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation>证书无法读取。</translation>
    </message>
    <message>
        <source>The seal could not be made with this key. Nothing was written.</source>
        <translation>无法用此密钥签章，未写入任何内容。</translation>
    </message>
    <message>
        <source>A certificate cannot be made for this name. Nothing was issued.</source>
        <translation>无法以此名称签发证书，未签发。</translation>
    </message>
    <message>
        <source>What was entered cannot be used. Nothing was changed.</source>
        <translation>输入的内容无法使用。未作任何更改。</translation>
    </message>
    <message>
        <source>It is no longer there. Nothing was changed.</source>
        <translation>该内容已不存在。未作任何更改。</translation>
    </message>
    <message>
        <source>It was changed in the meantime, or it exists already. Nothing was changed; look again and repeat.</source>
        <translation>内容在此期间已被更改，或已经存在。未作任何更改；请查看后重试。</translation>
    </message>
    <message>
        <source>The vault is locked or in use. Nothing was changed.</source>
        <translation>保密库已锁定或正在使用。未作任何更改。</translation>
    </message>
    <message>
        <source>The account name, passphrase or key file does not open this vault. Nothing was changed.</source>
        <translation>账户名、口令或密钥文件无法打开此保密库。未作任何更改。</translation>
    </message>
    <message>
        <source>Your role or clearance does not allow this. Nothing was changed.</source>
        <translation>您的角色或权限不允许。未作任何更改。</translation>
    </message>
    <message>
        <source>The file is damaged or was tampered with. Nothing was changed; restore a backup if it belongs to the vault.</source>
        <translation>文件已损坏或被篡改。未作任何更改；若属于保密库，请恢复备份。</translation>
    </message>
    <message>
        <source>This kind or version is not supported. Nothing was changed.</source>
        <translation>不支持此种类或版本。未作任何更改。</translation>
    </message>
    <message>
        <source>The file could not be read or written. The vault is as it was before; check the disk and the permissions.</source>
        <translation>文件无法读取或写入。保密库保持原状；请检查磁盘和权限。</translation>
    </message>
    <message>
        <source>Stopped at your request. Nothing was changed.</source>
        <translation>已按您的要求停止。未作任何更改。</translation>
    </message>
    <message>
        <source>A rule of the deal does not allow this. Nothing was changed.</source>
        <translation>项目规则不允许。未作任何更改。</translation>
    </message>
    <message>
        <source>The result could not be proven clean and was not published. The original is untouched.</source>
        <translation>无法证明结果已清除干净，因此未予输出。原件未受影响。</translation>
    </message>
    <message>
        <source>The file is too large or too complicated for the safe limits. Nothing was changed.</source>
        <translation>文件过大或过于复杂，超出安全限制。未作任何更改。</translation>
    </message>
    <message>
        <source>Something went wrong inside Dealward. Nothing was changed; please report what you did.</source>
        <translation>Dealward 内部出错。未作任何更改；请报告您的操作。</translation>
    </message>
    <message>
        <source>Choose a level from 1 to 4.</source>
        <translation>请选择 1 至 4 的级别。</translation>
    </message>
    <message>
        <source>This data asset has no decided level to review. Decide its level first.</source>
        <translation>此数据资产尚无可复核的级别。请先决定级别。</translation>
    </message>
    <message>
        <source>Whoever decided the level cannot review it. Ask somebody else with an account.</source>
        <translation>决定级别的人不能自行复核。请由另一账户持有人复核。</translation>
    </message>
    <message>
        <source>This is below the proposed level %1: say why. The stored records move only when somebody else has agreed.</source>
        <translation>低于建议级别 %1：请说明理由。须经另一人同意，已存记录才会移动。</translation>
    </message>
    <message>
        <source>The stored file %1 is damaged or was tampered with. Nothing was opened; restore the newest verified backup.</source>
        <translation>存储的文件 %1 已损坏或被篡改。未打开任何内容；请恢复最新的已验证备份。</translation>
    </message>
    <message>
        <source>The content of this file was erased for good. Its row, hash and reason stay.</source>
        <translation>此文件内容已永久删除。其行、哈希与理由保留。</translation>
    </message>
    <message>
        <source>The stored file %1 is missing from the vault. Restore the newest verified backup.</source>
        <translation>保密库中缺少存储的文件 %1。请恢复最新的已验证备份。</translation>
    </message>
    <message>
        <source>The check “%1” that comes with the program is damaged. Install the program again.</source>
        <translation>程序附带的检查项“%1”已损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>Some bytes are damaged or were changed from outside. Nothing was shown from them. Restore a backup.</source>
        <translation>有些字节已损坏或被外部更改，未予显示。请恢复备份。</translation>
    </message>
    <message>
        <source>The code name must be a plain word that does not contain the true name.</source>
        <translation>项目代号须为不含真实名称的普通词。</translation>
    </message>
    <message>
        <source>The code name “%1” gives away who is involved. Choose a word that has nothing to do with the parties.</source>
        <translation>项目代号“%1”暴露了交易各方。请选择与各方无关的词。</translation>
    </message>
    <message>
        <source>This vault already holds a deal. Make a new vault for another deal.</source>
        <translation>此保密库已有项目。另一个项目请新建保密库。</translation>
    </message>
    <message>
        <source>There is no deal in this vault yet. Enter the deal first.</source>
        <translation>此保密库还没有项目。请先填写项目。</translation>
    </message>
    <message>
        <source>Deal manager and compliance officer must be two different people. Nothing was saved.</source>
        <translation>交易负责人与合规负责人必须是两个人。未保存任何内容。</translation>
    </message>
    <message>
        <source>The scope is locked already. Edit it to open it again, then lock the next version.</source>
        <translation>范围已锁定。请编辑以解除，然后锁定下一版。</translation>
    </message>
    <message>
        <source>“%1” is no time zone. Use a name such as Asia/Shanghai.</source>
        <translation>“%1”不是时区。请使用如 Asia/Shanghai 的名称。</translation>
    </message>
    <message>
        <source>Several documents are called “%1”. Use the number, for example D-0001.</source>
        <translation>有多份文件名为“%1”。请使用编号，例如 D-0001。</translation>
    </message>
    <message>
        <source>This version is approved. Send it back for review before changing what was decided about it.</source>
        <translation>此版本已批准。更改决定之前请先退回复核。</translation>
    </message>
    <message>
        <source>This version is closed (%1). Work on the newest version.</source>
        <translation>此版本已关闭（%1）。请使用最新版本。</translation>
    </message>
    <message>
        <source>“%1” is empty. Nothing was imported.</source>
        <translation>“%1”为空。未导入任何内容。</translation>
    </message>
    <message>
        <source>Files of this kind are kept encrypted but cannot be shown or redacted here. Convert it to PDF and import that.</source>
        <translation>此类文件会加密保存，但不能在此查看或遮盖。请转换为 PDF 后导入。</translation>
    </message>
    <message>
        <source>There is no document “%1”. “document list” shows them all.</source>
        <translation>没有文件“%1”。“document list”列出全部。</translation>
    </message>
    <message>
        <source>This version cannot be shown or redacted here. The stored file is untouched.</source>
        <translation>此版本不能在此查看或遮盖。存储的文件未受影响。</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 MB. Nothing was imported; split it.</source>
        <translation>“%1”大于 %2 MB。未导入任何内容；请拆分。</translation>
    </message>
    <message>
        <source>%1 has no version %2.</source>
        <translation>%1 没有版本 %2。</translation>
    </message>
    <message>
        <source>A compliance officer approves exceptions; a reviewer or counsel does when a compliance officer asked, or as the second approver.</source>
        <translation>例外由合规负责人批准；由合规负责人提出或作为第二批准人时，由复核人或法律顾问批准。</translation>
    </message>
    <message>
        <source>Exception %1 was approved and cannot be changed any more. Withdraw it and request another.</source>
        <translation>例外 %1 已批准，不能再更改。请撤回后另行申请。</translation>
    </message>
    <message>
        <source>The exception would end on %1, which is past. Choose a later day.</source>
        <translation>例外将于 %1 结束，该日已过。请选择更晚的日期。</translation>
    </message>
    <message>
        <source>Nobody approves their own request. Ask another compliance officer, or a reviewer or counsel.</source>
        <translation>任何人不得批准自己的申请。请由另一合规负责人、复核人或法律顾问批准。</translation>
    </message>
    <message>
        <source>The second approval must come from somebody else than the first.</source>
        <translation>第二次批准须由另一人作出。</translation>
    </message>
    <message>
        <source>“%1” exists already. Nothing was written; choose another name.</source>
        <translation>“%1”已存在。未写入任何内容；请换一个名称。</translation>
    </message>
    <message>
        <source>The passphrase was not confirmed. Nothing left the vault.</source>
        <translation>口令未确认。没有内容离开保密库。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>The result may not replace the original “%1”. Name another file; nothing was changed.</source>
        <translation>结果不得替换原件“%1”。请指定另一文件；未作任何更改。</translation>
    </message>
    <message>
        <source>“%1” is larger than the limit of 512 MiB. It was not read.</source>
        <translation>“%1”超过 512 MiB 的限制。未读取。</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions.</source>
        <translation>“%1”无法读取。请检查权限。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Nothing was left behind; check the folder&apos;s permissions and space.</source>
        <translation>“%1”无法写入。没有残留；请检查文件夹的权限和空间。</translation>
    </message>
    <message>
        <source>This finding is not there any more; the document was searched again meanwhile.</source>
        <translation>该发现项已不存在；文件在此期间被重新检索过。</translation>
    </message>
    <message>
        <source>A finding becomes “redacted” by a redaction only.</source>
        <translation>发现项只能经由遮盖变为“已遮盖”。</translation>
    </message>
    <message>
        <source>Gate %1 does not fit the state of the deal (%2). G1 to G4 need an active deal, G5 one that is closed or terminated.</source>
        <translation>关口 %1 与项目状态（%2）不符。G1 至 G4 需项目进行中，G5 需已交割或已终止。</translation>
    </message>
    <message>
        <source>The deal manager cannot decide on a gate of their own deal.</source>
        <translation>交易负责人不能决定自己项目的关口。</translation>
    </message>
    <message>
        <source>The review before closing is signed while the closing phase is open.</source>
        <translation>交割前审查须在交割阶段进行中签署。</translation>
    </message>
    <message>
        <source>Only a compliance officer decides on a gate.</source>
        <translation>只有合规负责人决定关口。</translation>
    </message>
    <message>
        <source>This gate does not belong to the open phase.</source>
        <translation>此关口不属于当前阶段。</translation>
    </message>
    <message>
        <source>Gate %1 was not passed, so there is nothing to reopen.</source>
        <translation>关口 %1 尚未通过，无从重开。</translation>
    </message>
    <message>
        <source>Gate %1 was not requested. The deal manager requests it, then a compliance officer decides.</source>
        <translation>关口 %1 尚未申请。由交易负责人申请过关，再由合规负责人决定。</translation>
    </message>
    <message>
        <source>The deal manager, the owner or a compliance officer requests a gate.</source>
        <translation>由交易负责人、所有者或合规负责人申请过关。</translation>
    </message>
    <message>
        <source>The gate cannot pass while rows that block it are red. The gate stays open. Fix the rows or request an exception for each.</source>
        <translation>阻碍此关口的措施仍为红色，关口不能通过，保持未通过状态。请逐项整改，或逐项申请例外。</translation>
    </message>
    <message>
        <source>The stored picture of this gate no longer fits its signature: it was changed from outside. Verify the trail.</source>
        <translation>此关口存储的快照与其签名不符：被外部更改。请核验审计轨迹。</translation>
    </message>
    <message>
        <source>There is no gate “%1”. Gates are G1 to G5.</source>
        <translation>没有关口“%1”。关口为 G1 至 G5。</translation>
    </message>
    <message>
        <source>“%1” is no id. Ids are shown by “record list”.</source>
        <translation>“%1”不是有效编号。编号可用“record list”查看。</translation>
    </message>
    <message>
        <source>This was a trial: nothing was written.</source>
        <translation>这是试运行：未写入任何内容。</translation>
    </message>
    <message>
        <source>None of the %1 rows can be imported, so nothing was. Look at the reasons row by row with a dry run.</source>
        <translation>%1 行均无法导入，因此未导入任何内容。请用试运行逐行查看原因。</translation>
    </message>
    <message>
        <source>This import was taken back before. Nothing was changed.</source>
        <translation>此次导入此前已撤回。未作任何更改。</translation>
    </message>
    <message>
        <source>The incident cannot be closed yet: it needs an entry in %1.</source>
        <translation>事件尚不能结案：%1 中还须有一条记录。</translation>
    </message>
    <message>
        <source>The vault asks for more memory than this program allows. Nothing was opened. Restore a backup and tell the owner.</source>
        <translation>保密库要求的内存超出允许范围。未打开任何内容。请恢复备份并告知所有者。</translation>
    </message>
    <message>
        <source>The vault&apos;s protection against guessing was weakened from outside. Nothing was opened. Do not type your passphrase again. Restore a backup and tell the owner.</source>
        <translation>保密库的防猜测保护被外部削弱。未打开任何内容。请勿再次输入口令。请恢复备份并告知所有者。</translation>
    </message>
    <message>
        <source>This is kept at level %1, and your account holds no key for it. Ask somebody who is cleared.</source>
        <translation>此内容保存在 %1 级，您的账户没有其密钥。请联系有权限的人。</translation>
    </message>
    <message>
        <source>The column mapping cannot be read (%1). Nothing was imported.</source>
        <translation>列映射无法读取（%1）。未导入任何内容。</translation>
    </message>
    <message>
        <source>No column holds the client&apos;s name. Say which one does; nothing was imported.</source>
        <translation>没有列是客户名称。请指明是哪一列；未导入任何内容。</translation>
    </message>
    <message>
        <source>The list has no column “%1”. Nothing was imported.</source>
        <translation>名单没有列“%1”。未导入任何内容。</translation>
    </message>
    <message>
        <source>“%1” is nothing a column can mean. The manual lists what can be.</source>
        <translation>“%1”不是列可用的含义。手册列出了可用的含义。</translation>
    </message>
    <message>
        <source>Two columns are both “%1”. Keep one of them as it is.</source>
        <translation>有两列都是“%1”。请将其中一列原样保留。</translation>
    </message>
    <message>
        <source>Two columns both hold the client&apos;s name. Make one of them “other name”.</source>
        <translation>有两列都是客户名称。请将其中一列设为“其他名称”。</translation>
    </message>
    <message>
        <source>These marks were changed meanwhile. Nothing was changed now; look at the new state and repeat it.</source>
        <translation>这些遮盖标记在此期间已被更改。本次未作任何更改；请查看最新状态后重做。</translation>
    </message>
    <message>
        <source>The area on page %1 has no size. Draw it larger.</source>
        <translation>第 %1 页的区域大小为零。请画大一些。</translation>
    </message>
    <message>
        <source>The list of marks cannot be read.</source>
        <translation>遮盖标记清单无法读取。</translation>
    </message>
    <message>
        <source>This mark is not there any more.</source>
        <translation>该遮盖标记已不存在。</translation>
    </message>
    <message>
        <source>The marks were made for a file of %1 pages; this one has %2. Nothing was marked.</source>
        <translation>遮盖标记是为一份 %1 页的文件制作的；此文件有 %2 页。未作任何标记。</translation>
    </message>
    <message>
        <source>The marks were made for a file with %1 pages; this one has %2. Nothing was written; choose the file the marks belong to.</source>
        <translation>遮盖标记是为一份 %1 页的文件制作的；此文件有 %2 页。未写入任何内容；请选择标记所属的文件。</translation>
    </message>
    <message>
        <source>There is no page %1; the document has %2.</source>
        <translation>没有第 %1 页；文件共 %2 页。</translation>
    </message>
    <message>
        <source>Mark %1 lies on page %2, but the file has %3 pages. Nothing was written; correct the marks.</source>
        <translation>遮盖标记 %1 位于第 %2 页，但文件只有 %3 页。未写入任何内容；请更正标记。</translation>
    </message>
    <message>
        <source>“%1” is no reason code. The page Documents lists them, with the deal&apos;s own.</source>
        <translation>“%1”不是理由代码。“文件”页列出全部代码，包括本项目自己的。</translation>
    </message>
    <message>
        <source>The word occurs nowhere in the text of this document. On scanned pages mark an area instead.</source>
        <translation>该词在此文件的文本中不存在。扫描页请改为标记区域。</translation>
    </message>
    <message>
        <source>The measure %1 applies already.</source>
        <translation>措施 %1 已适用。</translation>
    </message>
    <message>
        <source>The data changed after you looked at it. Nothing was signed. Look at the row again, then sign.</source>
        <translation>您查看之后数据有变化。未签署。请重新查看后再签署。</translation>
    </message>
    <message>
        <source>The row cannot be signed while its checks fail: %1. Mend them first.</source>
        <translation>检查项未成立时不能签署此项措施：%1。请先修正。</translation>
    </message>
    <message>
        <source>The holder of this function has no account here: their paper is needed as evidence. Add the paper on the Report page under Evidence and choose it when signing.</source>
        <translation>此职能的担任者在此没有账户：须以其书面文件为证据。请在“报告”页的“证据”中添加该文件，签署时选用。</translation>
    </message>
    <message>
        <source>Nobody holds the function that signs this measure. Name a holder on the Coordination page.</source>
        <translation>没有人担任签署此措施的职能。请在“协同”页指定。</translation>
    </message>
    <message>
        <source>The row %1 does not apply to this deal, so there is nothing to sign.</source>
        <translation>措施 %1 不适用于本项目，无需签署。</translation>
    </message>
    <message>
        <source>This row cannot be signed while its checks fail. Nothing was signed. Open the tab Checks: each failing row leads to where it is fixed.</source>
        <translation>检查项未满足时不能签署此项措施。未签署。请打开“检查项”：每条未满足的记录都可点击前往整改。</translation>
    </message>
    <message>
        <source>Only the person who holds this function may sign: %1. Ask them to sign, or name who holds the function on the Coordination page.</source>
        <translation>只有担任此职能者可以签署：%1。请由其签署，或在“协同”页指定担任者。</translation>
    </message>
    <message>
        <source>There is no nil return to sign for %1: something happened in this phase, or it is signed already.</source>
        <translation>%1 没有可签署的零报告：本阶段已有事项发生，或零报告已签署。</translation>
    </message>
    <message>
        <source>Only a compliance officer decides that a row does not apply.</source>
        <translation>只有合规负责人可以决定某项措施不适用。</translation>
    </message>
    <message>
        <source>There is no measure or check “%1”.</source>
        <translation>没有措施或检查项“%1”。</translation>
    </message>
    <message>
        <source>The list of measures that comes with the program is damaged. Install the program again.</source>
        <translation>程序附带的措施清单已损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>The list of measures that comes with the program cannot be read. Install the program again.</source>
        <translation>程序附带的措施清单无法读取。请重新安装程序。</translation>
    </message>
    <message>
        <source>There is not enough memory to open this file. Nothing was changed; close other programs and try again.</source>
        <translation>内存不足，无法打开此文件。未作任何更改；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The file is damaged or no PDF. Nothing was changed; ask the sender for another copy.</source>
        <translation>文件已损坏或不是 PDF。未作任何更改；请向发送者索取另一份。</translation>
    </message>
    <message>
        <source>Two readers see two different documents in this file (%1 and %2 pages), so nothing about it can be proven. Print it to a new PDF and use that.</source>
        <translation>两个读取程序在此文件中看到不同内容（%1 页和 %2 页），因此无法证明。请打印为新 PDF 后使用。</translation>
    </message>
    <message>
        <source>The file has no page %1.</source>
        <translation>文件没有第 %1 页。</translation>
    </message>
    <message>
        <source>This is no PDF file.</source>
        <translation>这不是 PDF 文件。</translation>
    </message>
    <message>
        <source>Page %1 cannot be drawn. Nothing was changed; ask the sender for another copy.</source>
        <translation>第 %1 页无法绘制。未作任何更改；请向发送者索取另一份。</translation>
    </message>
    <message>
        <source>The file is locked with a password. Open it with its password, save it without one, and use that copy.</source>
        <translation>文件有口令保护。请用口令打开，另存为无口令的副本后使用。</translation>
    </message>
    <message>
        <source>The file is too large (%1 MiB). Split it.</source>
        <translation>文件过大（%1 MiB）。请拆分。</translation>
    </message>
    <message>
        <source>The file has %1 pages, more than the limit. Split it.</source>
        <translation>文件有 %1 页，超过限制。请拆分。</translation>
    </message>
    <message>
        <source>The file uses a kind of encryption or structure that is not supported. Save it anew with the program that made it.</source>
        <translation>文件使用了不支持的加密或结构。请用制作它的程序重新保存。</translation>
    </message>
    <message>
        <source>This entry was voided before. It stays visible in the history.</source>
        <translation>此条目此前已作废。它在历史中仍可见。</translation>
    </message>
    <message>
        <source>The program makes this change of state by itself when its conditions hold.</source>
        <translation>条件满足时，程序自行进行此状态变更。</translation>
    </message>
    <message>
        <source>The value of “%1” does not fit its kind. Nothing was saved.</source>
        <translation>“%1”的值与其类型不符。未保存任何内容。</translation>
    </message>
    <message>
        <source>Somebody else changed this entry since you opened it. Your changes were not saved; look at the new state and repeat them.</source>
        <translation>您打开之后另一人更改了此条目。您的更改未保存；请查看后重做。</translation>
    </message>
    <message>
        <source>The value of %2 is not one of the choices.</source>
        <translation>%2 的值不在选项之中。</translation>
    </message>
    <message>
        <source>The time lies in the future. Enter when it happened.</source>
        <translation>该时间尚未到来。请填写实际发生的时间。</translation>
    </message>
    <message>
        <source>“%3” is no measure. Choose one of the list.</source>
        <translation>“%3”不是措施。请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such entry in “%1”.</source>
        <translation>“%1”中没有此条目。</translation>
    </message>
    <message>
        <source>Some fields must be filled before this step, such as “%2”. Nothing was changed.</source>
        <translation>此步骤之前须填写某些字段，例如“%2”。未作任何更改。</translation>
    </message>
    <message>
        <source>The value of %2 is outside what makes sense. Nothing was saved.</source>
        <translation>%2 的值超出合理范围。未保存任何内容。</translation>
    </message>
    <message>
        <source>The field %2 is written by the program alone.</source>
        <translation>字段 %2 只由程序写入。</translation>
    </message>
    <message>
        <source>This step needs a reason. Write one sentence and try again.</source>
        <translation>此步骤需要理由。请写一句话后重试。</translation>
    </message>
    <message>
        <source>The record that %2 points to does not exist.</source>
        <translation>%2 所指的记录不存在。</translation>
    </message>
    <message>
        <source>Several entries are called “%3”. Choose the one you mean from the list.</source>
        <translation>有多条名为“%3”。请从列表中选择。</translation>
    </message>
    <message>
        <source>A required field is empty: %2.</source>
        <translation>必填字段为空：%2。</translation>
    </message>
    <message>
        <source>Your role does not allow this change. Ask someone whose role allows it; the settings page lists the accounts.</source>
        <translation>您的角色不允许此更改。请联系角色允许者；“设置”页列出账户。</translation>
    </message>
    <message>
        <source>There is one of these already, and only one is allowed.</source>
        <translation>已有一条，且只允许一条。</translation>
    </message>
    <message>
        <source>Rows of “%1” are made by the program alone.</source>
        <translation>“%1”的行只由程序生成。</translation>
    </message>
    <message>
        <source>This step is not possible in the present state.</source>
        <translation>当前状态不能进行此步骤。</translation>
    </message>
    <message>
        <source>The value does not fit the field %2.</source>
        <translation>值与字段 %2 不符。</translation>
    </message>
    <message>
        <source>Another record already has this value in %2.</source>
        <translation>另一记录的 %2 已有此值。</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”.</source>
        <translation>“%1”没有字段“%2”。</translation>
    </message>
    <message>
        <source>“%1” has no state “%2”.</source>
        <translation>“%1”没有状态“%2”。</translation>
    </message>
    <message>
        <source>There is no mark, so there is nothing to remove. Nothing was written.</source>
        <translation>没有遮盖标记，也就没有可删除的内容。未写入任何内容。</translation>
    </message>
    <message>
        <source>%1 proposed marks are not decided. Accept or reject them first.</source>
        <translation>有 %1 处建议的遮盖标记尚未决定。请先逐一接受或拒绝。</translation>
    </message>
    <message>
        <source>This way of redacting is not known.</source>
        <translation>没有此种遮盖方式。</translation>
    </message>
    <message>
        <source>The redacted file could not be proven clean (%1). It was not kept; the failed verification is recorded. Mark larger areas or turn the pages into pictures.</source>
        <translation>无法证明遮盖后的文件已清除干净（%1）。文件未予保留；验证失败已记录在案。请扩大标记区域，或将页面转为图片。</translation>
    </message>
    <message>
        <source>A register declaration of this program is damaged. The vault is not affected. Install the program again.</source>
        <translation>本程序的一份登记册声明已损坏。保密库未受影响。请重新安装程序。</translation>
    </message>
    <message>
        <source>There is no register “%1”.</source>
        <translation>没有登记册“%1”。</translation>
    </message>
    <message>
        <source>A register declaration of this program cannot be read. The vault is not affected. Install the program again.</source>
        <translation>本程序的一份登记册声明无法读取。保密库未受影响。请重新安装程序。</translation>
    </message>
    <message>
        <source>There is no passed verification of exactly this file. Redact it again.</source>
        <translation>没有针对此文件本身的合格验证。请重新遮盖。</translation>
    </message>
    <message>
        <source>Say what is to be changed.</source>
        <translation>请说明需要修改之处。</translation>
    </message>
    <message>
        <source>%1 findings are open. Decide each of them first.</source>
        <translation>有 %1 个未决发现项。请先逐一决定。</translation>
    </message>
    <message>
        <source>You prepared this version. Somebody else has to approve it.</source>
        <translation>此版本由您制作，须由另一人批准。</translation>
    </message>
    <message>
        <source>This file could not be read, so nobody can review it.</source>
        <translation>此文件无法读取，因此不能复核。</translation>
    </message>
    <message>
        <source>This version cannot be reviewed in its present state (%1).</source>
        <translation>此版本在当前状态（%1）不能复核。</translation>
    </message>
    <message>
        <source>The rules that come with the program are damaged. Install the program again.</source>
        <translation>程序附带的规则已损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>The rules that come with the program cannot be read. Install the program again.</source>
        <translation>程序附带的规则无法读取。请重新安装程序。</translation>
    </message>
    <message>
        <source>A stored signature does not match what was signed. The record was not changed. Treat it as tampering: keep a copy of the vault and tell the compliance officer.</source>
        <translation>存储的签名与所签内容不符。记录未更改。请视为篡改：保留保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>Whoever signed, or a compliance officer, may withdraw a signature.</source>
        <translation>签署者或合规负责人可以撤回签名。</translation>
    </message>
    <message>
        <source>This signature was withdrawn before. It stays visible.</source>
        <translation>此签名此前已撤回，仍可见。</translation>
    </message>
    <message>
        <source>The vault is being written to right now. Nothing was changed; try again in a moment.</source>
        <translation>保密库正在写入。未作任何更改；请稍后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that you may read and write the vault&apos;s folder.</source>
        <translation>%1 无法打开。请检查您能否读写保密库的文件夹。</translation>
    </message>
    <message>
        <source>This does not fit with the other entries, for example because it refers to one that does not exist. Nothing was saved.</source>
        <translation>与其他条目不符，例如引用了不存在的条目。未保存任何内容。</translation>
    </message>
    <message>
        <source>%1 is damaged. The file was left as it is. Restore the newest verified backup (Controls and backups, or “vault restore”).</source>
        <translation>%1 已损坏。文件保持原样。请恢复最新的已验证备份（“控制与备份”或“vault restore”）。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. The vault is as it was before this step; make room and repeat it.</source>
        <translation>磁盘已满：%1 无法写入。保密库与此步骤前一致；请腾出空间后重试。</translation>
    </message>
    <message>
        <source>There is a vault in this folder already. It was not touched; choose another name.</source>
        <translation>此文件夹中已有保密库，未受影响；请换一个名称。</translation>
    </message>
    <message>
        <source>The database refused the change. What was saved before is safe; the last change was not made. Try again; if it happens again, run the check on the page Controls and backups.</source>
        <translation>数据库拒绝了更改。此前保存的内容安全；最后的更改没有进行。请重试；若再次发生，请在“控制与备份”页运行检查。</translation>
    </message>
    <message>
        <source>%1 could not be read or written. The vault is as it was before this step; check the disk.</source>
        <translation>%1 无法读取或写入。保密库与此步骤前一致；请检查磁盘。</translation>
    </message>
    <message>
        <source>%1 is missing from the vault&apos;s folder. Restore the newest verified backup.</source>
        <translation>保密库文件夹中缺少 %1。请恢复最新的已验证备份。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Dealward (format %2). It was not touched; open it with that version.</source>
        <translation>%1 由更新版本的 Dealward 写入（格式 %2）。未受影响；请用该版本打开。</translation>
    </message>
    <message>
        <source>This folder does not support safe writing (it may be a network drive). Nothing was changed; move the vault to a local disk.</source>
        <translation>此文件夹不支持安全写入（可能是网络驱动器）。未作任何更改；请将保密库移到本地磁盘。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder or the disk is read-only. Nothing was changed.</source>
        <translation>%1 无法写入：文件夹或磁盘为只读。未作任何更改。</translation>
    </message>
    <message>
        <source>The file holds no rows. Nothing was imported.</source>
        <translation>文件没有任何行。未导入任何内容。</translation>
    </message>
    <message>
        <source>The encoding %1 is not supported. Save the list as UTF-8 and try again.</source>
        <translation>不支持编码 %1。请将名单另存为 UTF-8 后重试。</translation>
    </message>
    <message>
        <source>The reading process answered nonsense. Nothing was taken from it.</source>
        <translation>读取进程的回答没有意义，未予采用。</translation>
    </message>
    <message>
        <source>This is no list: it is neither a text file nor a spreadsheet. Nothing was imported.</source>
        <translation>这不是名单：既不是文本文件也不是电子表格。未导入任何内容。</translation>
    </message>
    <message>
        <source>This is an old .xls file, or one with a password. Open it in a spreadsheet program and save it as .xlsx without a password.</source>
        <translation>这是旧版 .xls 文件，或有口令。请在电子表格程序中打开并另存为无口令的 .xlsx。</translation>
    </message>
    <message>
        <source>The file is larger than the safe limit. Split it and import the parts.</source>
        <translation>文件超过安全限制。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>The list has more than %1 rows. Split it and import the parts.</source>
        <translation>名单超过 %1 行。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>The text cannot be read as %1. Choose another encoding.</source>
        <translation>文本不能按 %1 读取。请选择另一种编码。</translation>
    </message>
    <message>
        <source>The file cannot be read. Nothing was imported.</source>
        <translation>文件无法读取。未导入任何内容。</translation>
    </message>
    <message>
        <source>“%1” is no area. Write PAGE,x0,y0,x1,y1 in points, from the top left of the page.</source>
        <translation>“%1”不是区域。请写 PAGE,x0,y0,x1,y1，单位为点，自页面左上角起。</translation>
    </message>
    <message>
        <source>Say --request, --approve or --return.</source>
        <translation>请指定 --request、--approve 或 --return。</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>此处没有选项“%1”。</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>选项 %1 需要一个值。</translation>
    </message>
    <message>
        <source>Another program has this vault open. Close it there first. One laptop holds the pen at a time.</source>
        <translation>另一程序已打开此保密库。请先在那里关闭。同一时间只有一台电脑可写。</translation>
    </message>
    <message>
        <source>This vault was made by a newer version of Dealward. Nothing was changed. Install the newer version to open it.</source>
        <translation>此保密库由更新版本的 Dealward 制作。未作任何更改。请安装新版本后打开。</translation>
    </message>
    <message>
        <source>This folder is not a vault. Choose a folder that ends in .dealvault.</source>
        <translation>此文件夹不是保密库。请选择以 .dealvault 结尾的文件夹。</translation>
    </message>
    <message>
        <source>The account name or the passphrase is wrong. Check Caps Lock and the keyboard layout, then try again.</source>
        <translation>账户名或口令错误。请检查大写锁定和键盘布局后重试。</translation>
    </message>
    <message>
        <source>The part that reads files stopped working on this file. The program and the vault are not affected. The file may be damaged or hostile. Ask the sender for another copy.</source>
        <translation>读取文件的部分在此文件上停止工作。程序与保密库未受影响。文件可能已损坏或有恶意。请向发送者索取另一份。</translation>
    </message>
    <message>
        <source>The part that reads files could not handle this one. The program and the vault are not affected.</source>
        <translation>读取文件的部分无法处理此文件。程序与保密库未受影响。</translation>
    </message>
    <message>
        <source>The part that reads files has ended. Open the document again.</source>
        <translation>读取文件的部分已结束。请重新打开文件。</translation>
    </message>
    <message>
        <source>This file needs more memory than the limit allows. The program and the vault are not affected. Split the file.</source>
        <translation>此文件需要的内存超过限制。程序与保密库未受影响。请拆分文件。</translation>
    </message>
    <message>
        <source>The program part that reads files (%1) is missing. Install Dealward again.</source>
        <translation>缺少读取文件的程序部分（%1）。请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>The part that reads files could not be started. Install Dealward again, or look whether memory is short.</source>
        <translation>无法启动读取文件的部分。请重新安装 Dealward，或检查内存是否不足。</translation>
    </message>
    <message>
        <source>The part that reads files gave an answer that makes no sense, so it was not used. The file may be hostile; ask the sender for another copy.</source>
        <translation>读取文件的部分给出了没有意义的回答，因此未采用。文件可能有恶意；请向发送者索取另一份。</translation>
    </message>
    <message>
        <source>This file takes longer to read than the limit allows. The program and the vault are not affected. Split the file, or ask the sender for a simpler copy.</source>
        <translation>读取此文件超过时间限制。程序与保密库未受影响。请拆分文件，或索取更简单的副本。</translation>
    </message>
    <message>
        <source>This computer cannot hold the file reader in (no landlock, no seccomp), so files from outside are not opened. The vault&apos;s policy can allow it.</source>
        <translation>本机无法隔离文件读取程序（没有 landlock 和 seccomp），因此不打开外来文件。保密库策略可以允许。</translation>
    </message>
    <message>
        <source>The program parts are of different versions (%1). Install Dealward again.</source>
        <translation>程序各部分版本不同（%1）。请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>The workbook has no such sheet with cells.</source>
        <translation>工作簿没有含单元格的此工作表。</translation>
    </message>
    <message>
        <source>This is no spreadsheet: it is an archive or another kind of document.</source>
        <translation>这不是电子表格：是压缩包或其他文件。</translation>
    </message>
    <message>
        <source>The sheet ends in the middle of a row: the file is incomplete. Get it again.</source>
        <translation>工作表在一行中间结束：文件不完整。请重新获取。</translation>
    </message>
    <message>
        <source>A part of the file declares entities, which lists never need and attacks do. It was not read.</source>
        <translation>文件的一部分声明了实体；名单从不需要，攻击才会使用。未读取。</translation>
    </message>
    <message>
        <source>A part of the workbook is not in UTF-8. Save it again with a current spreadsheet program.</source>
        <translation>工作簿的一部分不是 UTF-8。请用现行电子表格程序重新保存。</translation>
    </message>
    <message>
        <source>A part of the workbook is damaged. Get the file again.</source>
        <translation>工作簿的一部分已损坏。请重新获取文件。</translation>
    </message>
    <message>
        <source>A part of the workbook is not what it should be. It was not read.</source>
        <translation>工作簿的一部分与应有内容不符。未读取。</translation>
    </message>
    <message>
        <source>The file unpacks to far more than a list can need. It was not read.</source>
        <translation>文件解压后远超名单所需。未读取。</translation>
    </message>
    <message>
        <source>The workbook is damaged. Get the file again.</source>
        <translation>工作簿已损坏。请重新获取文件。</translation>
    </message>
    <message>
        <source>The workbook is encrypted. Save it without a password; the vault encrypts it.</source>
        <translation>工作簿已加密。请另存为无口令；保密库会加密它。</translation>
    </message>
    <message>
        <source>The workbook holds more parts than a list can need. It was not read.</source>
        <translation>工作簿的部件多于名单所需。未读取。</translation>
    </message>
    <message>
        <source>The holiday calendar of the program cannot be read. Install Dealward again.</source>
        <translation>程序的节假日日历无法读取。请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>%1 lies in the future. Nothing was saved; enter the day on which it happened.</source>
        <translation>%1 是将来的日期。未作保存；请填写实际发生日期。</translation>
    </message>
    <message>
        <source>“%1” exists already and was not touched. Choose another folder.</source>
        <translation>“%1”已存在，未作任何更改。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Level %1 is above the person’s clearance (level %2). The request stays as it is; raise the clearance first or ask for a lower level.</source>
        <translation>%1 级高于该人员的许可级别（%2 级）。申请保持不变；请先提高许可级别或申请较低级别。</translation>
    </message>
    <message>
        <source>Nobody approves their own access. The request waits for somebody else.</source>
        <translation>不得批准本人的访问。申请等待他人处理。</translation>
    </message>
    <message>
        <source>%1 is no level. Levels go from 1 to 4.</source>
        <translation>%1不是有效级别，级别为1至4。</translation>
    </message>
    <message>
        <source>There is no phase “%1”.</source>
        <translation>没有“%1”这一阶段。</translation>
    </message>
    <message>
        <source>An approved grant is not widened (%1). Nothing was changed; ask for a new grant, or revoke this one.</source>
        <translation>已批准的授权不得扩大（%1）。未作任何更改；请另行申请或撤销。</translation>
    </message>
    <message>
        <source>“%1” was signed as it is; “%2” cannot change any more. Nothing was changed; add a joinder or a new agreement.</source>
        <translation>“%1”已按现有内容签署，“%2”不得再改。未作任何更改；请另签加入协议或新协议。</translation>
    </message>
    <message>
        <source>A grant needs an end date from today on. Nothing was requested.</source>
        <translation>授权须填写今日或以后的到期日。未提交申请。</translation>
    </message>
    <message>
        <source>Say for which phases the grant is meant. Nothing was requested.</source>
        <translation>请指明授权适用的阶段。未提交申请。</translation>
    </message>
    <message>
        <source>Give the reason. Nothing was changed.</source>
        <translation>请填写理由。未作任何更改。</translation>
    </message>
    <message>
        <source>The grant is not in force (%1). Nothing was changed.</source>
        <translation>授权未生效（%1）。未作任何更改。</translation>
    </message>
    <message>
        <source>The grant is not waiting for an approval (%1). Nothing was changed.</source>
        <translation>该授权并非待批准状态（%1）。未作任何更改。</translation>
    </message>
    <message>
        <source>You approved this grant already; level 4 needs a second person.</source>
        <translation>您已批准过此授权；4 级须由第二人批准。</translation>
    </message>
    <message>
        <source>A wall forbids this grant for %1. Nothing was approved. See People and access, Walls.</source>
        <translation>隔离墙禁止向%1授予此项。未予批准。请见“人员与授权”中的隔离墙。</translation>
    </message>
    <message>
        <source>There is no profile “%1” for the insider register.</source>
        <translation>没有名为“%1”的内幕信息知情人登记格式。</translation>
    </message>
    <message>
        <source>This person is bound by this NDA already.</source>
        <translation>该人员已受此协议约束。</translation>
    </message>
    <message>
        <source>Only a party of “%1” can sign it. Add the organisation to the NDA first.</source>
        <translation>只有“%1”的当事方可以签署。请先将该机构加入协议。</translation>
    </message>
    <message>
        <source>“%1” is not active (%2). Nothing was changed.</source>
        <translation>“%1”未处于有效状态（%2）。未作任何更改。</translation>
    </message>
    <message>
        <source>This person does not stand among the covered people of this NDA.</source>
        <translation>该人员不在此协议的受约束人员之列。</translation>
    </message>
    <message>
        <source>A signature needs a person and a date. Nothing was saved.</source>
        <translation>签署须有签署人和日期。未作保存。</translation>
    </message>
    <message>
        <source>The stored file is no longer the one that was approved. Nothing was handed over. Check the vault on the page Controls and backups.</source>
        <translation>存储的文件已非经批准的内容。未作交付。请在“控制与备份”页检查保密库。</translation>
    </message>
    <message>
        <source>Only a PDF can be packed for a recipient. Nothing was handed over; make a PDF of this version first.</source>
        <translation>只能为接收人封装 PDF。未作交付；请先将此版本制成 PDF。</translation>
    </message>
    <message>
        <source>A data file of the program is damaged. Nothing was changed; install Dealward again.</source>
        <translation>程序的数据文件已损坏。未作任何更改；请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>Your role does not do this. Nothing was changed; ask the deal manager or the compliance officer.</source>
        <translation>您的角色无权执行此操作。未作任何更改；请联系交易负责人或合规负责人。</translation>
    </message>
    <message>
        <source>%1 is no clearance. Clearances go from 2 to 4.</source>
        <translation>%1不是有效的许可级别，许可级别为2至4。</translation>
    </message>
    <message>
        <source>Give the outcome and the date of the background check. Nothing was saved.</source>
        <translation>请填写背景核查的结论和日期。未作保存。</translation>
    </message>
    <message>
        <source>A passed background check needs a day until which it is valid. Nothing was saved.</source>
        <translation>通过的背景核查须填写有效期。未作保存。</translation>
    </message>
    <message>
        <source>There is no such person in this vault.</source>
        <translation>本保密库中没有此人员。</translation>
    </message>
    <message>
        <source>The clock of this computer is behind the last entry of the audit trail (%1). Nothing was handed over. Set the clock right and repeat.</source>
        <translation>本机时钟早于审计轨迹的最后一条记录（%1）。未作交付。请校正时钟后重试。</translation>
    </message>
    <message>
        <source>A data file of the program is damaged. Nothing was handed over; install Dealward again.</source>
        <translation>程序的数据文件已损坏。未作交付；请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>Give the day and the certificate. Nothing was changed.</source>
        <translation>请填写日期并选择证明文件。未作任何更改。</translation>
    </message>
    <message>
        <source>Write what was done. Nothing was changed.</source>
        <translation>请填写处理说明。未作任何更改。</translation>
    </message>
    <message>
        <source>The release is refused. Nothing was handed over, and the refusal stands in the trail with its reasons.</source>
        <translation>交付被拒绝。未作交付，拒绝及其原因已记入审计轨迹。</translation>
    </message>
    <message>
        <source>Your role does not hand files over. Nothing was changed; ask the deal manager.</source>
        <translation>您的角色无权交付文件。未作任何更改；请联系交易负责人。</translation>
    </message>
    <message>
        <source>That does not follow from the present state of copy %1 (%2). Nothing was changed.</source>
        <translation>副本%1当前状态（%2）不允许此操作。未作任何更改。</translation>
    </message>
    <message>
        <source>%1 stands on the other side of “%2” already. Nothing was changed.</source>
        <translation>%1已位于“%2”的另一侧。未作任何更改。</translation>
    </message>
    <message>
        <source>%1 left the clean team of “%2”; the cool-off lasts until %3. Nothing was changed.</source>
        <translation>%1已离开“%2”的清洁团队；冷静期至%3。未作任何更改。</translation>
    </message>
    <message>
        <source>A crossing needs a reason and the approval of somebody else. Nothing was saved.</source>
        <translation>跨墙须有理由并经他人批准。未保存任何内容。</translation>
    </message>
    <message>
        <source>An auditor&apos;s account needs an end date. Nothing was changed; say until when it is valid.</source>
        <translation>审计员账户必须有截止日期。未作任何更改；请写明有效期至何日。</translation>
    </message>
    <message>
        <source>The account “%1” cannot be revoked: it is the recovery key or your own. Nothing was changed; another owner can revoke yours.</source>
        <translation>账户“%1”不能撤销：它是恢复密钥或您自己的账户。未作任何更改；您的账户可由另一位所有者撤销。</translation>
    </message>
    <message>
        <source>The end date of the account lies in the past. Nothing was changed; choose a later day.</source>
        <translation>账户的截止日期已过。未作任何更改；请选择更晚的日期。</translation>
    </message>
    <message>
        <source>The account “%1” has expired. The vault was not opened; ask an owner to prolong it.</source>
        <translation>账户“%1”已到期。保密库未打开；请所有者延长其有效期。</translation>
    </message>
    <message>
        <source>You hold no key for level %1, so you can neither give nor renew it. Nothing was changed; ask an owner who is cleared for that level.</source>
        <translation>您没有 %1 级的密钥，因此既不能授予也不能更换它。未作任何更改；请由具有该级别许可的所有者办理。</translation>
    </message>
    <message>
        <source>These account details cannot be used: a name, a role other than recovery and a clearance from 2 to 4 are needed. Nothing was changed.</source>
        <translation>账户信息不可用：须有名称、恢复以外的角色和 2 至 4 级的许可级别。未作任何更改。</translation>
    </message>
    <message>
        <source>This is the last active owner. Nothing was changed; make somebody else an owner first.</source>
        <translation>这是最后一位在任的所有者。未作任何更改；请先指定另一位所有者。</translation>
    </message>
    <message>
        <source>There is no such active account in this vault. Nothing was changed; the settings page and “vault info” list the accounts.</source>
        <translation>此保密库中没有这个有效账户。未作任何更改；“设置”页和“vault info”命令列有全部账户。</translation>
    </message>
    <message>
        <source>There is an account named “%1” already, or there was one: names are not used twice, so that the trail stays clear. Choose another name.</source>
        <translation>名为“%1”的账户已存在或曾经存在：为使审计轨迹清楚，名称不重复使用。请另选名称。</translation>
    </message>
    <message>
        <source>The recovery key has no passphrase to change. Open the vault with it and reset an owner&apos;s passphrase instead.</source>
        <translation>恢复密钥没有可更改的口令。请用它打开保密库，再为所有者重设口令。</translation>
    </message>
    <message>
        <source>Only an owner manages accounts. Nothing was changed; ask an owner of this vault.</source>
        <translation>只有所有者可以管理账户。未作任何更改；请联系此保密库的所有者。</translation>
    </message>
    <message>
        <source>A revocation was interrupted before all keys were changed. The revoked account cannot get in; an owner should revoke it again to finish the change of keys.</source>
        <translation>一次撤销在全部密钥更换完之前中断。被撤销的账户已无法进入；请所有者再次撤销，以完成密钥更换。</translation>
    </message>
    <message>
        <source>The account “%1” was revoked. The vault was not opened; ask an owner for a new account.</source>
        <translation>账户“%1”已被撤销。保密库未打开；如需进入，请所有者另开账户。</translation>
    </message>
    <message>
        <source>The backup does not hold as many rows in “%1” as when it was made. Do not rely on it; make a new backup now.</source>
        <translation>备份中“%1”的行数与制作时不符。请勿依赖此备份；请立即另做备份。</translation>
    </message>
    <message>
        <source>The file %1 in the backup is not what it was when the backup was made. Nothing was restored; use another backup, and make a new one.</source>
        <translation>备份中的文件 %1 已与制作时不同。未恢复任何内容；请改用其他备份，并另做新备份。</translation>
    </message>
    <message>
        <source>The file %1 is missing from the backup. Nothing was restored; use another backup, and make a new one.</source>
        <translation>备份中缺少文件 %1。未恢复任何内容；请改用其他备份，并另做新备份。</translation>
    </message>
    <message>
        <source>The audit trail in the backup does not end where the backup says. Do not rely on it; make a new backup now.</source>
        <translation>备份中审计轨迹的末条与备份清单所载不符。请勿依赖此备份；请立即另做备份。</translation>
    </message>
    <message>
        <source>A backup cannot lie inside the vault that it protects. Nothing was written; choose a folder elsewhere, best on another disk.</source>
        <translation>备份不能放在它所保护的保密库之内。未写入任何内容；请另选文件夹，最好在另一块磁盘上。</translation>
    </message>
    <message>
        <source>The list of files in this backup cannot be read. Nothing was restored; use another backup.</source>
        <translation>无法读取此备份的文件清单。未恢复任何内容；请改用其他备份。</translation>
    </message>
    <message>
        <source>This backup was made by a newer Dealward (format %1). It was not touched; restore it with that version.</source>
        <translation>此备份由更新版本的 Dealward 制作（格式 %1）。未作任何更改；请用该版本恢复。</translation>
    </message>
    <message>
        <source>The disk has too little room: %1 MB are needed, %2 MB are free. No backup was made; make room or choose another disk.</source>
        <translation>磁盘空间不足：需要 %1 MB，可用 %2 MB。未制作备份；请腾出空间或另选磁盘。</translation>
    </message>
    <message>
        <source>This backup belongs to another vault. Nothing was changed; choose one of this vault.</source>
        <translation>此备份属于另一个保密库。未作任何更改；请选择本保密库的备份。</translation>
    </message>
    <message>
        <source>Auditors read only and make no backups. Ask the owner or the deal manager.</source>
        <translation>审计员只读，不制作备份。请联系所有者或交易负责人。</translation>
    </message>
    <message>
        <source>The signature of this backup is not valid: it was changed after it was made. Nothing was restored; use another backup.</source>
        <translation>此备份的签名无效：它在制作后被改动过。未恢复任何内容；请改用其他备份。</translation>
    </message>
    <message>
        <source>The audit trail in the backup does not verify (%1). Do not rely on it; check the vault&apos;s own trail and make a new backup.</source>
        <translation>备份中的审计轨迹未通过验证（%1）。请勿依赖此备份；请检查保密库自身的审计轨迹并另做备份。</translation>
    </message>
    <message>
        <source>“%1” is no complete backup: it was interrupted, or the folder is something else. Nothing was changed; choose a complete one.</source>
        <translation>“%1”不是完整的备份：制作时中断，或这并非备份文件夹。未作任何更改；请选择完整的备份。</translation>
    </message>
    <message>
        <source>The encryption library refused this step. Nothing was changed; try again, and report it if it stays.</source>
        <translation>加密库拒绝了这一步。未作任何更改；请重试，若仍如此请报告。</translation>
    </message>
    <message>
        <source>A key has the wrong length. Nothing was changed; this is a fault of the program, please report it.</source>
        <translation>密钥长度有误。未作任何更改；这是程序缺陷，请报告。</translation>
    </message>
    <message>
        <source>There is not enough memory to derive the key. Nothing was changed; close other programs and try again.</source>
        <translation>内存不足，无法派生密钥。未作任何更改；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The salt of a key has the wrong length. Nothing was changed; this is a fault of the program, please report it.</source>
        <translation>密钥的盐值长度有误。未作任何更改；这是程序缺陷，请报告。</translation>
    </message>
    <message>
        <source>A stored public key is not a proper one: it was changed from outside. Nothing was encrypted with it; restore a backup and tell the owner.</source>
        <translation>所存的一把公钥不合规格：它被人从外部改动过。没有内容用它加密；请恢复备份并告知所有者。</translation>
    </message>
    <message>
        <source>“%1” exists already and was not touched. Choose another folder for the demo deal.</source>
        <translation>“%1”已存在，未作任何更改。请为示例项目另选文件夹。</translation>
    </message>
    <message>
        <source>The demo deal stopped at “%1”: its script does not fit this program. What was built so far stays in its folder; install Dealward again.</source>
        <translation>示例项目停在“%1”：脚本与本程序不符。已生成的内容保留在其文件夹中；请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>What this computer remembers of the vault was damaged or changed from outside, so it cannot tell whether this is an older copy. Compare the end of the trail with the last sealed report.</source>
        <translation>本机对此保密库的记忆已损坏或被外部改动，无法判断这是否为较旧的副本。请将审计轨迹的末条与最近一份签章报告核对。</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe; make room and repeat the last step.</source>
        <translation>磁盘已满。此前保存的内容完好；请腾出空间后重做上一步。</translation>
    </message>
    <message>
        <source>“%1” may not be read or written by this user. Nothing was changed; check its permissions and whether the disk is read-only.</source>
        <translation>当前用户无权读写“%1”。未作任何更改；请检查其权限以及磁盘是否只读。</translation>
    </message>
    <message>
        <source>A file could not be read to its end (%1). Nothing was changed; check the disk and try again.</source>
        <translation>文件未能读完（%1）。未作任何更改；请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>“%1” could not be written. What was there before is kept; check the folder&apos;s permissions and the free space.</source>
        <translation>无法写入“%1”。原有内容保留；请检查文件夹权限和可用空间。</translation>
    </message>
    <message>
        <source>The file could not be written to its end. It is incomplete, do not use it; check the free space and try again.</source>
        <translation>文件未能写完。它不完整，请勿使用；请检查可用空间后重试。</translation>
    </message>
    <message>
        <source>The vault holds no keys for this level. Nothing was saved; run the check on the page Controls and backups.</source>
        <translation>保密库中没有此级别的密钥。未保存任何内容；请在“控制与备份”页运行检查。</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters. Nothing was changed; four or five unrelated words are a good choice.</source>
        <translation>口令太短：至少需要 %1 个字符。未作任何更改；四五个互不相关的词是不错的选择。</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess (about %1 of the %2 bits it needs). Nothing was changed; add unrelated words, and leave out names and dates.</source>
        <translation>口令太容易猜到（强度约 %1 比特，需要 %2 比特）。未作任何更改；请添加互不相关的词，不要用姓名和日期。</translation>
    </message>
    <message>
        <source>Several entries of “%2” are called “%1”. Nothing was changed; use the id, shown by “record list”.</source>
        <translation>“%2”中有多条名为“%1”。未作任何更改；请使用编号，可用“record list”查看。</translation>
    </message>
    <message>
        <source>Group %1 of the recovery key holds a character that does not occur in one. Compare it with the printed key.</source>
        <translation>恢复密钥第 %1 组中有不会出现的字符。请与打印的密钥核对。</translation>
    </message>
    <message>
        <source>The groups of the recovery key do not fit together. Check that they are in order and from the same sheet.</source>
        <translation>恢复密钥的各组互不相符。请检查顺序是否正确、是否出自同一张纸。</translation>
    </message>
    <message>
        <source>Group %1 of the recovery key is mistyped. Compare it with the printed key.</source>
        <translation>恢复密钥第 %1 组输入有误。请与打印的密钥核对。</translation>
    </message>
    <message>
        <source>The recovery key has %1 characters; a whole one has %2. Compare it with the printed key.</source>
        <translation>输入的恢复密钥有 %1 个字符；完整的应有 %2 个。请与打印的密钥核对。</translation>
    </message>
    <message>
        <source>This recovery key does not belong to this vault, or a newer one replaced it. Nothing was opened.</source>
        <translation>此恢复密钥不属于本保密库，或已被新的恢复密钥取代。未打开任何内容。</translation>
    </message>
    <message>
        <source>A data file of the program (%1) is missing. The vault is not affected; install Dealward again.</source>
        <translation>程序缺少数据文件（%1）。保密库不受影响；请重新安装 Dealward。</translation>
    </message>
    <message>
        <source>A query of the program lacks a value. Nothing was changed; this is a fault of the program, please report it.</source>
        <translation>程序的一项查询缺少取值。未作任何更改；这是程序缺陷，请报告。</translation>
    </message>
    <message>
        <source>A change of keys was interrupted. Everything saved before is kept; lock the vault, open it again, and revoke the account once more if you are told so.</source>
        <translation>一次密钥更换中断。此前保存的内容全部保留；请锁定保密库后重新打开，如有提示请再次撤销该账户。</translation>
    </message>
    <message>
        <source>The layout of the vault&apos;s database does not fit this program (%1). Nothing was changed; open it with the version that wrote it, and report this.</source>
        <translation>保密库的数据库结构与本程序不符（%1）。未作任何更改；请用写入它的版本打开，并报告此问题。</translation>
    </message>
    <message>
        <source>A cell is far longer than a list can need. The list was not imported; shorten the cell and try again.</source>
        <translation>有单元格远远超出名单所需的长度。名单未导入；请缩短该单元格后重试。</translation>
    </message>
    <message>
        <source>An entry of the audit trail does not follow from the one before. The trail was changed from outside; keep a copy of the vault and tell the compliance officer.</source>
        <translation>审计轨迹中有一条与前一条不衔接。轨迹被人从外部改动；请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>An entry of the audit trail is older than the one before. The clock of a computer was set back; note why.</source>
        <translation>审计轨迹中有一条早于前一条。有计算机的时钟被拨回；请记录原因。</translation>
    </message>
    <message>
        <source>Entry %1 of the audit trail is not the one this computer saw before: two people wrote to two copies, or the trail was rewritten. The vault was not opened; keep both copies and tell the compliance officer.</source>
        <translation>审计轨迹第 %1 条与本机此前所见不同：有两人分别写入了两份副本，或轨迹已被改写。保密库未打开；请保留两份副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>An entry is missing from the audit trail. The trail was changed from outside; keep a copy of the vault and tell the compliance officer.</source>
        <translation>审计轨迹缺少一条。轨迹被人从外部改动；请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>An entry of the audit trail was changed after it was written. Keep a copy of the vault and tell the compliance officer.</source>
        <translation>审计轨迹中有一条在写入后被改动。请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>This is an older state of the vault than this computer saw last, such as a restored backup or an old copy. What was entered after it is missing here; look for the newer copy before you go on. The opening is noted in the trail.</source>
        <translation>此保密库的状态早于本机上次所见，例如是恢复的备份或旧副本。其后录入的内容不在其中；请先寻找较新的副本再继续。本次打开已记入审计轨迹。</translation>
    </message>
    <message>
        <source>A row is not in the state that the audit trail says: it was changed from outside. Keep a copy of the vault and tell the compliance officer.</source>
        <translation>有一行与审计轨迹所载状态不符：它被人从外部改动。请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>The earlier states of a row do not fit the audit trail: they were changed from outside. Keep a copy of the vault and tell the compliance officer.</source>
        <translation>有一行的历史状态与审计轨迹不符：它们被人从外部改动。请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>A row that the audit trail names is gone: it was removed from outside. Keep a copy of the vault and tell the compliance officer.</source>
        <translation>审计轨迹所载的一行不见了：它被人从外部删除。请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>The signature of an audit entry is not valid. Keep a copy of the vault and tell the compliance officer.</source>
        <translation>审计轨迹中有一条的签名无效。请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>An audit entry was signed by an account that is not of this vault. Keep a copy of the vault and tell the compliance officer.</source>
        <translation>审计轨迹中有一条由不属于本保密库的账户签名。请保留一份保密库副本并告知合规负责人。</translation>
    </message>
    <message>
        <source>The audit entry could not be signed, so the change was not made. Lock the vault, open it again and repeat it.</source>
        <translation>审计条目无法签名，因此更改未作出。请锁定保密库，重新打开后重做。</translation>
    </message>
    <message>
        <source>“%1” is not understood. Write FIELD=VALUE.</source>
        <translation>无法理解“%1”。请写成 字段=值。</translation>
    </message>
    <message>
        <source>No passphrase was given. Type it at the prompt, or name a file with --passphrase-file.</source>
        <translation>未提供口令。请在提示处输入，或用 --passphrase-file 指定文件。</translation>
    </message>
    <message>
        <source>Say which account opens the vault: --user NAME.</source>
        <translation>请指明用哪个账户打开保密库：--user 名称。</translation>
    </message>
    <message>
        <source>There is no role “%1”. Roles are: %2.</source>
        <translation>没有角色“%1”。可用角色：%2。</translation>
    </message>
    <message>
        <source>“%1” exists already and was not touched. Choose another name.</source>
        <translation>“%1”已存在，未作任何更改。请另选名称。</translation>
    </message>
    <message>
        <source>The head of the vault is damaged in both of its copies. Nothing was opened; restore the newest verified backup.</source>
        <translation>保密库文件头的两份副本均已损坏。未打开任何内容；请恢复最新的已验证备份。</translation>
    </message>
    <message>
        <source>The head of the vault was changed from outside. Nothing was opened; keep a copy, restore the newest verified backup and tell the owner.</source>
        <translation>保密库文件头被人从外部改动。未打开任何内容；请保留副本，恢复最新的已验证备份，并告知所有者。</translation>
    </message>
    <message>
        <source>The vault is open in another program (computer %1, process %2). Close it there first; one person writes at a time.</source>
        <translation>保密库已在另一程序中打开（计算机 %1，进程 %2）。请先在那里关闭；同一时间只能由一人写入。</translation>
    </message>
    <message>
        <source>This account also needs its key file. Choose the key file and enter the passphrase again.</source>
        <translation>此账户还需要密钥文件。请选择密钥文件并重新输入口令。</translation>
    </message>
    <message>
        <source>There is no vault “%1”. Check the folder, or whether its disk is connected.</source>
        <translation>没有保密库“%1”。请检查文件夹，或其所在磁盘是否已连接。</translation>
    </message>
    <message>
        <source>This folder cannot keep two programs from writing at once (it may be a network drive). The vault was not opened; move it to a local disk.</source>
        <translation>此文件夹无法防止两个程序同时写入（可能是网络驱动器）。保密库未打开；请移至本地磁盘。</translation>
    </message>
    <message>
        <source>The new key did not pass its own check, so it was not saved. The old one still works; try again.</source>
        <translation>新密钥未通过自检，因此未保存。旧密钥仍然有效；请重试。</translation>
    </message>
    <message>
        <source>The key file of the vault is damaged. Nothing was opened; restore the newest verified backup.</source>
        <translation>保密库的密钥档案已损坏。未打开任何内容；请恢复最新的已验证备份。</translation>
    </message>
    <message>
        <source>The key file of the vault was damaged and was restored from its copy. Nothing was lost; check the disk, and make a backup.</source>
        <translation>保密库的密钥档案曾损坏，已由副本复原。没有丢失内容；请检查磁盘并做备份。</translation>
    </message>
    <message>
        <source>The key file of the vault “%1” is missing, and so is its copy. Nothing was opened; restore the newest verified backup.</source>
        <translation>保密库“%1”的密钥档案及其副本均缺失。未打开任何内容；请恢复最新的已验证备份。</translation>
    </message>
    <message>
        <source>The accounts or keys of the vault were changed from outside. Nothing was opened; keep a copy, restore the newest verified backup and tell the owner.</source>
        <translation>保密库的账户或密钥被人从外部改动。未打开任何内容；请保留副本，恢复最新的已验证备份，并告知所有者。</translation>
    </message>
    <message>
        <source>The vault lies in a folder that a cloud service synchronises. Its content stays encrypted, but the service can mix up its files and keeps old copies; move the vault to a folder on this computer alone.</source>
        <translation>保密库位于云服务同步的文件夹中。内容仍然加密，但同步可能弄乱文件并留存旧副本；请将保密库移至仅在本机的文件夹。</translation>
    </message>
    <message>
        <source>Row %1 holds a cell longer than a spreadsheet allows (32,767 characters). The file was not made; choose CSV instead.</source>
        <translation>第 %1 行有单元格超出电子表格的上限（32,767 个字符）。未生成文件；请改选 CSV。</translation>
    </message>
    <message>
        <source>A spreadsheet holds at most %1 rows. The file was not made; choose CSV instead.</source>
        <translation>电子表格最多容纳 %1 行。未生成文件；请改选 CSV。</translation>
    </message>
    <message>
        <source>The workbook lacks its part “%1”: it is incomplete. Get the file again.</source>
        <translation>工作簿缺少部件“%1”：文件不完整。请重新获取该文件。</translation>
    </message>
    <message>
        <source>The workbook could not be written. Nothing was left behind; check the free space and try again.</source>
        <translation>工作簿无法写入。没有留下残余；请检查可用空间后重试。</translation>
    </message>
    <message>
        <source>“%2” cannot be used for %1. Nothing was done; “dealward-cli help” shows what can.</source>
        <translation>“%2”不能用于 %1。未执行任何操作；可用“dealward-cli help”查看可用的值。</translation>
    </message>
    <message>
        <source>“%1” holds bytes that are no text in its encoding. The rest was searched; look at those places yourself.</source>
        <translation>“%1”中有些字节在其编码下不是文字。其余部分已检索；请自行查看这些位置。</translation>
    </message>
    <message>
        <source>“%1”, line %2 is no JSON object with &quot;id&quot; and &quot;text&quot;. It was not searched.</source>
        <translation>“%1”第 %2 行不是含 &quot;id&quot; 与 &quot;text&quot; 的 JSON 对象。该行未检索。</translation>
    </message>
    <message>
        <source>The dictionary “%1” holds no names. Nothing was searched.</source>
        <translation>词典“%1”中没有名称。未作检索。</translation>
    </message>
    <message>
        <source>Row %2 of the dictionary “%1” cannot be read, so its name would not be found. Correct it; nothing was searched.</source>
        <translation>词典“%1”第 %2 行无法读取，其中的名称将查找不到。请更正；未作检索。</translation>
    </message>
    <message>
        <source>“%1” is of a kind that cannot be searched. Nothing is known about what it holds; convert it to PDF.</source>
        <translation>“%1”属于无法检索的类型，其内容不得而知；请转换为 PDF。</translation>
    </message>
    <message>
        <source>Nothing was found in “%1”, so there is nothing to remove. Nothing was written; look yourself before you call it clean.</source>
        <translation>在“%1”中未发现任何内容，因此没有可删除的。未写入任何内容；认定其干净之前请自行查看。</translation>
    </message>
    <message>
        <source>Page %2 of “%1” could not be read. It was not searched.</source>
        <translation>“%1”第 %2 页无法读取。该页未检索。</translation>
    </message>
    <message>
        <source>Page %2 of “%1” has no text; it may be a scan. It was not searched: look at it yourself.</source>
        <translation>“%1”第 %2 页没有文字，可能是扫描件。该页未检索：请自行查看。</translation>
    </message>
    <message>
        <source>“%1” has parts that were not searched (%2). Look at them yourself.</source>
        <translation>“%1”有未检索的部分（%2）。请自行查看。</translation>
    </message>
    <message>
        <source>Row %2 of “%1” is damaged. What it holds may not have been searched.</source>
        <translation>“%1”第 %2 行已损坏。其内容可能未被检索。</translation>
    </message>
    <message>
        <source>The redacted file still holds what was found (%1). It was not kept.</source>
        <translation>遮盖后的文件仍含有所发现的内容（%1）。文件未予保留。</translation>
    </message>
    <message>
        <source>The policy “%1” cannot be used: %2. Nothing was written; “help anonymise” shows the form.</source>
        <translation>策略“%1”不可用：%2。未写入任何内容；格式可用“help anonymise”查看。</translation>
    </message>
    <message>
        <source>The table has no column “%1”. Nothing was written; name the columns as the first row does.</source>
        <translation>表中没有列“%1”。未写入任何内容；请按首行填写列名。</translation>
    </message>
    <message>
        <source>The key file “%1” is too short: at least 16 bytes are needed. Nothing was written.</source>
        <translation>密钥文件“%1”太短：至少需要 16 字节。未写入任何内容。</translation>
    </message>
    <message>
        <source>Two different values would get the same label. Nothing was written; ask for longer labels (&quot;length&quot;) in the policy.</source>
        <translation>两个不同的值将得到相同标签。未写入任何内容；请在策略中要求更长的标签（&quot;length&quot;）。</translation>
    </message>
    <message>
        <source>Row %1, column “%2” holds no number or date, so it cannot be treated that way. Nothing was written; correct it or remove the column.</source>
        <translation>第 %1 行“%2”列不是数字或日期，无法如此处理。未写入任何内容；请更正或移除该列。</translation>
    </message>
    <message>
        <source>The result would still show an original value (row %1, column %2 of the result). Nothing was written; treat that column too.</source>
        <translation>结果中仍会出现原值（结果第 %1 行第 %2 列）。未写入任何内容；请同样处理该列。</translation>
    </message>
    <message>
        <source>Row %1 of the table is damaged. Nothing was written; correct the table first.</source>
        <translation>表的第 %1 行已损坏。未写入任何内容；请先修正表格。</translation>
    </message>
    <message>
        <source>The structure of page %1 does not fit its drawing. Nothing was written.</source>
        <translation>第 %1 页的结构与其绘制内容不符。未写入任何内容。</translation>
    </message>
    <message>
        <source>A sealed entry is not as its writer left it: it was damaged or changed. It is kept and was not filed; ask the writer to enter it again.</source>
        <translation>一条密封内容与录入人留下的不一致：可能损坏或被改动。已保留，未归档；请录入人重新录入。</translation>
    </message>
    <message>
        <source>A sealed entry was filed before and has come back: the vault’s file store.db is older than it should be, or was changed. It was not filed again.</source>
        <translation>一条已归档的密封内容再次出现：保密库文件 store.db 比应有的旧，或被改动。未重复归档。</translation>
    </message>
    <message>
        <source>Some sealed entries could not be filed. They are kept; see Inbox, Sealed entries, for each and its reason.</source>
        <translation>部分密封内容未能归档，均已保留；各条及原因见“待办”中的“密封内容”。</translation>
    </message>
    <message>
        <source>A sealed entry does not fit what is there already. It is kept and was not filed; ask the writer what was meant.</source>
        <translation>一条密封内容与现有内容冲突。已保留，未归档；请向录入人核实。</translation>
    </message>
    <message>
        <source>The audit trail knows no signed action that wrote this sealed entry. It is kept and was not filed.</source>
        <translation>审计记录中没有写入这条密封内容的签名操作。已保留，未归档。</translation>
    </message>
    <message>
        <source>The key file %1 is empty, so it cannot unlock anything. Choose the right file.</source>
        <translation>密钥文件 %1 为空，无法用于解锁。请选择正确的文件。</translation>
    </message>
    <message>
        <source>%1 is there already and was not overwritten. Choose another name for the new key file.</source>
        <translation>%1 已存在，未被覆盖。请为新密钥文件另取名称。</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, so it is no key file. Choose the right file.</source>
        <translation>%1 大于 1 MB，不是密钥文件。请选择正确的文件。</translation>
    </message>
    <message>
        <source>There is no copy from before an exchange of keys. Nothing was changed; if the vault does not open, restore a backup.</source>
        <translation>没有更换密钥之前的副本。未作任何更改；若保密库无法打开，请恢复备份。</translation>
    </message>
    <message>
        <source>This file is no reply of a time-stamping authority. Nothing was filed.</source>
        <translation>此文件不是时间戳机构的回复。未归档任何内容。</translation>
    </message>
    <message>
        <source>The authority refused to give a time-stamp. Nothing was filed; ask again or ask another one.</source>
        <translation>时间戳机构拒绝签发。未归档任何内容；请重新申请或改向其他机构申请。</translation>
    </message>
    <message>
        <source>The time-stamp is for another file than this report. Nothing was filed.</source>
        <translation>该时间戳针对的是另一个文件，不是本报告。未归档任何内容。</translation>
    </message>
    <message>
        <source>The time-stamp is not signed by the authority it names. Nothing was filed.</source>
        <translation>该时间戳并非由其所称机构签名。未归档任何内容。</translation>
    </message>
    <message>
        <source>The request for a time-stamp could not be made. Nothing was written.</source>
        <translation>无法生成时间戳申请。未写入任何内容。</translation>
    </message>
    <message>
        <source>This vault did not issue this report: no entry has its hash. Nothing was filed.</source>
        <translation>本报告并非由此保密库签发：没有记录与其哈希相符。未归档任何内容。</translation>
    </message>
    <message>
        <source>The report has no text yet. Write what happened.</source>
        <translation>举报尚无内容，请写明情况。</translation>
    </message>
    <message>
        <source>This account receives no reports. Nothing was filed; choose the receiver of a published channel or a compliance officer.</source>
        <translation>此账户不受理举报。未提交任何内容；请选择已公布通道的受理人或合规负责人。</translation>
    </message>
    <message>
        <source>This case holds no sealed text: it came by another way.</source>
        <translation>此案件没有加密内容：举报经其他途径收到。</translation>
    </message>
    <message>
        <source>The text is sealed for somebody else. Only that account can open it.</source>
        <translation>内容已加密给他人，仅该账户可以打开。</translation>
    </message>
    <message>
        <source>The report is longer than %1 characters. Nothing was filed; shorten it or report in two parts.</source>
        <translation>举报超过 %1 个字符。未提交任何内容；请缩短或分两次提交。</translation>
    </message>
    <message>
        <source>The text does not open with the keys of this account: they were renewed after it was sealed, or it was changed. Ask for it once more through another channel.</source>
        <translation>本账户的密钥无法打开此内容：加密之后密钥已更新，或内容被改动。请通过其他通道重新索取。</translation>
    </message>
    <message>
        <source>“%1” has a password. Nothing is known about what it holds: save it without the password and search again.</source>
        <translation>“%1”设有密码，其内容未知：请去掉密码另存后再检索。</translation>
    </message>
    <message>
        <source>“%1” is a Word, Excel or PowerPoint file of the old kind. It was not searched: save it as .docx, .xlsx or .pptx.</source>
        <translation>“%1”是旧格式的 Word、Excel 或 PowerPoint 文件，未检索：请另存为 .docx、.xlsx 或 .pptx。</translation>
    </message>
    <message>
        <source>Page %2 of “%1” has no text; it may be a picture that cannot be read. What cannot be searched cannot be redacted by finding: nothing was written. Mark it by hand.</source>
        <translation>“%1”第 %2 页没有文字，可能是无法读取的图片。查找不到的内容无法靠查找来遮盖：未写出任何文件，请手工标记。</translation>
    </message>
    <message>
        <source>The part %2 of “%1” holds more text than can be searched at once. It was not searched whole: look at it yourself.</source>
        <translation>“%1”的部分 %2 文字过多，无法一次查完，未完整检索：请自行查看。</translation>
    </message>
    <message>
        <source>The picture “%1” could not be read. It was not searched: look at it yourself.</source>
        <translation>图片“%1”无法读取，未检索：请自行查看。</translation>
    </message>
    <message>
        <source>“%1” broke the reading process again and again. From part %2 on it was not searched: look at it yourself.</source>
        <translation>“%1”反复使读取进程中断。自部分 %2 起未检索：请自行查看。</translation>
    </message>
    <message>
        <source>“%1” lies in too many files inside each other. It was not searched: take it out and search it alone.</source>
        <translation>“%1”嵌套在过多层文件之中，未检索：请取出后单独查找。</translation>
    </message>
    <message>
        <source>The text of a picture could not be read. Nothing is known about what it holds.</source>
        <translation>图片中的文字无法读取，其内容未知。</translation>
    </message>
    <message>
        <source>The language files for reading scans are not installed (Debian: tesseract-ocr-chi-sim and tesseract-ocr-eng). Install them and search again.</source>
        <translation>未安装识别扫描件所需的语言文件（Debian：tesseract-ocr-chi-sim 与 tesseract-ocr-eng）。请安装后再检索。</translation>
    </message>
    <message>
        <source>A part of the file has elements inside each other more than %1 deep, as no office program writes. It was not read.</source>
        <translation>文件的一个部分元素嵌套超过 %1 层，办公软件不会写成这样，未作读取。</translation>
    </message>
    <message>
        <source>The rule “%1” would match the empty text, so it would find everything. Say what it must contain.</source>
        <translation>规则“%1”会匹配空文本，等于什么都能找到。请写明其中必须包含的内容。</translation>
    </message>
    <message>
        <source>The pattern cannot be read: %1, at character %2.</source>
        <translation>无法读取该模式：%1（第 %2 个字符处）。</translation>
    </message>
    <message>
        <source>The rule “%2” took too long on “%1” and was stopped: it may have missed something there. Make its pattern simpler.</source>
        <translation>规则“%2”在“%1”上耗时过长，已停止：其中可能有遗漏。请简化该模式。</translation>
    </message>
    <message>
        <source>“%1” is no list of rules. It must be a JSON array of objects with &quot;name&quot;, &quot;type&quot; and either &quot;pattern&quot; or &quot;terms&quot;.</source>
        <translation>“%1”不是规则列表。它应为 JSON 数组，每个对象含 &quot;name&quot;、&quot;type&quot;，以及 &quot;pattern&quot; 或 &quot;terms&quot;。</translation>
    </message>
    <message>
        <source>Page %2 of “%1” shows pictures whose text could not be read. They were not searched: look at them yourself.</source>
        <translation>“%1”第 %2 页有图片，其中的文字无法读取，未作检索：请自行查看。</translation>
    </message>
    <message>
        <source>Page %1 asks for more drawing than any honest page does, so nothing draws it. Print it to a new PDF and use that.</source>
        <translation>第 %1 页要求的绘制量超出任何正常页面，因此不予绘制。请把文件打印成新的 PDF 再使用。</translation>
    </message>
    <message>
        <source>Page %1 carries %2 notes and fields, more than the limit. Print it to a new PDF and use that.</source>
        <translation>第 %1 页有 %2 个批注和表单域，超出上限。请把文件打印成新的 PDF 再使用。</translation>
    </message>
    <message>
        <source>The level of a document is decided with “Decide the level…” above the list, so that its versions move under the keys of that level. Nothing was changed.</source>
        <translation>文件级别须通过列表上方的“决定级别…”来定，这样各版本才会一并移到该级别的密钥之下。未作任何更改。</translation>
    </message>
    <message>
        <source>Its findings speak for level %1. Say why a lower one is enough.</source>
        <translation>其发现项对应 %1 级。请说明为何较低级别即可。</translation>
    </message>
    <message>
        <source>%1 carries the marking of a state secret. It is stopped: do nothing with it and ask legal counsel, who alone can let it go on.</source>
        <translation>%1 带有国家秘密标志，已中止处理：请勿作任何操作并咨询法律顾问，只有法律顾问能准予继续。</translation>
    </message>
    <message>
        <source>Names of clients that are kept at level %1 were not looked for: this account holds no key for them. Have somebody who is cleared search again.</source>
        <translation>未查找保存在 %1 级的客户名称：本账户没有相应密钥。请由具备许可的人重新搜索。</translation>
    </message>
    <message>
        <source>“%1” is too short to be searched for: it would be everywhere. Give at least two characters.</source>
        <translation>“%1”太短，搜索时会到处命中。请至少输入两个字。</translation>
    </message>
    <message>
        <source>The deal&apos;s own search terms were not looked for: they are kept at level 3, and this account holds no key for it. Have somebody who is cleared search again.</source>
        <translation>未查找本交易的自定义搜索词：它们保存在 3 级，本账户没有相应密钥。请由具备许可的人重新搜索。</translation>
    </message>
    <message>
        <source>All of this version was searched; there is nothing left to look at by hand.</source>
        <translation>该版本已全部搜索，没有需要人工查看的部分。</translation>
    </message>
    <message>
        <source>A file without pages cannot be marked. Decide its findings, and make an anonymised copy or a PDF of it.</source>
        <translation>没有页面的文件无法标记。请对其发现项作出决定，并制作匿名副本或转为 PDF。</translation>
    </message>
    <message>
        <source>“%1” holds no files. Nothing was searched.</source>
        <translation>“%1”中没有文件，未进行搜索。</translation>
    </message>
    <message>
        <source>The folder “%1” is not there or cannot be opened. Nothing was searched.</source>
        <translation>文件夹“%1”不存在或无法打开，未进行搜索。</translation>
    </message>
    <message>
        <source>Parts of this version could not be searched. Look at them yourself, confirm that under Findings, and then approve.</source>
        <translation>该版本有部分内容无法搜索。请亲自查看，在“发现项”中确认后再批准。</translation>
    </message>
    <message>
        <source>The file is made of %1 parts, more than the limit. Print it to a new PDF and use that.</source>
        <translation>文件由 %1 个部分构成，超出上限。请将其重新打印为 PDF 后再使用。</translation>
    </message>
    <message>
        <source>Files of this kind (%1) are not converted. The file is kept as it is.</source>
        <translation>这类文件（%1）不转换。文件按原样保存。</translation>
    </message>
    <message>
        <source>The converter gave up on this file (%1). It is kept as it is; make a PDF of it elsewhere and import that.</source>
        <translation>转换程序无法处理此文件（%1）。文件按原样保存；请在别处转成 PDF 后再导入。</translation>
    </message>
    <message>
        <source>This message holds parts within parts without end. It is kept but not shown.</source>
        <translation>此邮件层层嵌套，没有尽头。文件已保存，但不予显示。</translation>
    </message>
    <message>
        <source>LibreOffice is not installed on this computer, so no PDF was made. The file is kept as it is; install LibreOffice, or make a PDF elsewhere and import that.</source>
        <translation>本机未安装 LibreOffice，未生成 PDF。文件按原样保存；请安装 LibreOffice，或在别处转成 PDF 后再导入。</translation>
    </message>
    <message>
        <source>This is no mail message: it has no heads. It is kept as it is.</source>
        <translation>这不是邮件：没有信头。文件按原样保存。</translation>
    </message>
    <message>
        <source>This computer does not allow the converter a closed room of its own (user, network and mount namespaces), so no PDF was made. The file is kept as it is; make a PDF elsewhere and import that.</source>
        <translation>本机不允许为转换程序单独隔离（用户、网络和挂载命名空间），未生成 PDF。文件按原样保存；请在别处转成 PDF 后再导入。</translation>
    </message>
    <message>
        <source>There is no way from this kind of file to a PDF. The file is kept as it is.</source>
        <translation>这类文件无法转成 PDF。文件按原样保存。</translation>
    </message>
    <message>
        <source>This picture is damaged. It is kept as it is but cannot be shown.</source>
        <translation>此图片已损坏。文件按原样保存，但无法显示。</translation>
    </message>
    <message>
        <source>Pictures of this kind cannot be read on this computer. The file is kept as it is; save it as PNG and import that.</source>
        <translation>本机无法读取这类图片。文件按原样保存；请另存为 PNG 后再导入。</translation>
    </message>
    <message>
        <source>This file is too large for the converter. It is kept as it is.</source>
        <translation>文件过大，无法转换。文件按原样保存。</translation>
    </message>
    <message>
        <source>There is a PDF of this file already: version %1.</source>
        <translation>此文件已有 PDF：第 %1 版。</translation>
    </message>
    <message>
        <source>“%1” could not be read. Nothing was imported; check that you may open it.</source>
        <translation>无法读取“%1”，未导入。请确认您有权打开该文件。</translation>
    </message>
</context>
<context>
    <name>EvidenceCommand</name>
    <message>
        <source>Keep a file as evidence, or read all stored files again and compare their hashes</source>
        <translation>将文件作为证据保存，或重新读取所有存储文件并比较哈希</translation>
    </message>
    <message>
        <source>Say what to do:</source>
        <translation>请说明要做什么：</translation>
    </message>
    <message>
        <source>Files checked: %1, damaged: %2, above your clearance: %3.</source>
        <translation>已检查文件 %1 个，损坏 %2 个，超出您权限 %3 个。</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message>
        <source>Notes or other annotations</source>
        <translation>批注或其他注释</translation>
    </message>
    <message>
        <source>Source files attached to the document</source>
        <translation>文档附带源文件</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Data after the end of the document</source>
        <translation>文档结尾之后的数据</translation>
    </message>
    <message>
        <source>Earlier revisions that can be restored</source>
        <translation>可恢复的早期修订</translation>
    </message>
    <message>
        <source>Encrypted, but opens without a password</source>
        <translation>已加密，但无需口令即可打开</translation>
    </message>
    <message>
        <source>Form fields with their values</source>
        <translation>表单字段及其值</translation>
    </message>
    <message>
        <source>Document information (title, author, programs)</source>
        <translation>文档信息（标题、作者、程序）</translation>
    </message>
    <message>
        <source>Invisible text, as a scan&apos;s text layer</source>
        <translation>不可见文本，如扫描件的文本层</translation>
    </message>
    <message>
        <source>Scripts or automatic actions</source>
        <translation>脚本或自动动作</translation>
    </message>
    <message>
        <source>Layers, some perhaps switched off</source>
        <translation>图层，其中可能有隐藏的</translation>
    </message>
    <message>
        <source>XMP metadata</source>
        <translation>XMP 元数据</translation>
    </message>
    <message>
        <source>Named places or other name lists</source>
        <translation>命名位置或其他名称列表</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Page labels</source>
        <translation>页码标签</translation>
    </message>
    <message>
        <source>A portfolio of files</source>
        <translation>文件包</translation>
    </message>
    <message>
        <source>Private data of the program that made it</source>
        <translation>制作程序的私有数据</translation>
    </message>
    <message>
        <source>Digital signatures</source>
        <translation>数字签名</translation>
    </message>
    <message>
        <source>Tags with alternative texts</source>
        <translation>带替代文本的标签</translation>
    </message>
    <message>
        <source>Text outside the visible page</source>
        <translation>可见页面之外的文本</translation>
    </message>
    <message>
        <source>Failed redaction: text under a dark box</source>
        <translation>失败的遮盖：深色框下有文字</translation>
    </message>
    <message>
        <source>Article threads</source>
        <translation>文章线索</translation>
    </message>
    <message>
        <source>Stored page thumbnails</source>
        <translation>存储的页面缩略图</translation>
    </message>
    <message>
        <source>Text too small to be seen</source>
        <translation>小到看不见的文字</translation>
    </message>
    <message>
        <source>Failed redaction: marked for removal, never removed</source>
        <translation>失败的遮盖：已标记移除但未移除</translation>
    </message>
    <message>
        <source>An XFA form with its data</source>
        <translation>带数据的 XFA 表单</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source>Data before the start of the document</source>
        <translation>文档开头之前的数据</translation>
    </message>
    <message>
        <source>Actions that run scripts, start programs or send data</source>
        <translation>会运行脚本、启动程序或发送数据的操作</translation>
    </message>
    <message>
        <source>Failed redaction: text marked with a dark highlighter</source>
        <translation>涂黑失效：文字只用深色荧光笔盖住</translation>
    </message>
    <message>
        <source>Failed redaction: a dark box that lets the text through</source>
        <translation>涂黑失效：深色块透出文字</translation>
    </message>
    <message>
        <source>Text covered by a light area or a picture</source>
        <translation>被浅色区域或图片盖住的文字</translation>
    </message>
    <message>
        <source>Text that cannot be seen: in the colour of its ground, or clipped away</source>
        <translation>看不见的文字：与底色相同，或被裁掉</translation>
    </message>
    <message>
        <source>Leftover objects that nothing uses</source>
        <translation>无处使用的残留对象</translation>
    </message>
    <message>
        <source>Comments inside the page&apos;s program</source>
        <translation>页面指令中的注释</translation>
    </message>
    <message>
        <source>Other versions of a picture, which readers do not show</source>
        <translation>图片的其他版本，阅读器不显示</translation>
    </message>
    <message>
        <source>Pictures with data of the camera (time, place, device)</source>
        <translation>图片中带有拍摄信息（时间、地点、设备）</translation>
    </message>
    <message>
        <source>Texts beside the visible ones, for copying and reading aloud</source>
        <translation>可见文字之外的替代文字，供复制和朗读使用</translation>
    </message>
    <message>
        <source>Data under names that the standard does not know</source>
        <translation>标准之外的自定义数据</translation>
    </message>
    <message>
        <source>Instructions that mean nothing, perhaps with text in them</source>
        <translation>无意义的指令，其中可能藏有文字</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>One a line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>YYYY-MM-DD HH:MM</source>
        <translation>YYYY-MM-DD HH:MM</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>从日历中选择</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>暂无可选项</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>(above your clearance)</source>
        <translation>（超出您的权限）</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FindCommand</name>
    <message>
        <source>Name the files to search: find %1</source>
        <translation>请指定要检索的文件：find %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s). Have a person look: no search finds everything.</source>
        <translation>
            <numerusform>%n 个发现项。请由人员查看：任何检索都不能发现全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Find client information in PDF, scans, Word, Excel, text and whole folders</source>
        <translation>在 PDF、扫描件、Word、Excel、文本和整个文件夹中查找客户信息</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <source>its check digit is right</source>
        <translation>校验位正确</translation>
    </message>
    <message>
        <source>its check digit is right, and “%1” stands beside it</source>
        <translation>校验位正确，且旁边有“%1”</translation>
    </message>
    <message>
        <source>the words beside it say so</source>
        <translation>旁边的文字表明</translation>
    </message>
    <message>
        <source>“%1” stands beside it</source>
        <translation>旁边有“%1”</translation>
    </message>
    <message>
        <source>nothing else is written like this</source>
        <translation>只有这类信息这样书写</translation>
    </message>
    <message>
        <source>a name of this deal</source>
        <translation>本交易的名称</translation>
    </message>
    <message>
        <source>a name of this deal: %1</source>
        <translation>本交易的名称：%1</translation>
    </message>
    <message>
        <source>one of your own patterns</source>
        <translation>自定义模式</translation>
    </message>
    <message>
        <source>your pattern “%1”</source>
        <translation>自定义模式“%1”</translation>
    </message>
    <message>
        <source>one of your own terms</source>
        <translation>自定义词语</translation>
    </message>
    <message>
        <source>your term “%1”</source>
        <translation>自定义词语“%1”</translation>
    </message>
    <message>
        <source>it is built like such a name</source>
        <translation>具备此类名称的构成</translation>
    </message>
    <message>
        <source>it is built like such a name (%1)</source>
        <translation>具备此类名称的构成（%1）</translation>
    </message>
    <message>
        <source>the text itself defines it</source>
        <translation>文中自行定义</translation>
    </message>
    <message>
        <source>the text itself defines it: %1</source>
        <translation>文中自行定义：%1</translation>
    </message>
    <message>
        <source>found elsewhere in the same file for a better reason</source>
        <translation>同一文件中另有更确切的出处</translation>
    </message>
    <message>
        <source>its check digit is wrong: a typo, or read wrongly from a scan</source>
        <translation>校验位不对：可能是笔误或扫描识别错误</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>surname only</source>
        <translation>仅姓氏</translation>
    </message>
    <message>
        <source>read off a picture</source>
        <translation>由图像识别</translation>
    </message>
    <message>
        <source>a character was read wrongly and repaired</source>
        <translation>识别错误的字符已更正</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>endnote</source>
        <translation>尾注</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>deleted text, still in the file</source>
        <translation>仍留在文件中的已删除文字</translation>
    </message>
    <message>
        <source>text box</source>
        <translation>文本框</translation>
    </message>
    <message>
        <source>field</source>
        <translation>域</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>property of the file</source>
        <translation>文件属性</translation>
    </message>
    <message>
        <source>description of a picture</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>hidden data</source>
        <translation>隐藏数据</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>slide</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>notes of a slide</source>
        <translation>幻灯片备注</translation>
    </message>
    <message>
        <source>building block</source>
        <translation>构建基块</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>hidden cell</source>
        <translation>隐藏单元格</translation>
    </message>
    <message>
        <source>text that no cell shows</source>
        <translation>没有单元格显示的文字</translation>
    </message>
    <message>
        <source>defined name</source>
        <translation>定义的名称</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>header or footer of the print</source>
        <translation>打印页眉页脚</translation>
    </message>
    <message>
        <source>cache of a pivot table</source>
        <translation>数据透视表缓存</translation>
    </message>
    <message>
        <source>copy of another file&apos;s cells</source>
        <translation>其他文件单元格的副本</translation>
    </message>
    <message>
        <source>name of a file inside</source>
        <translation>内含文件的名称</translation>
    </message>
    <message>
        <source>found by an earlier search</source>
        <translation>由较早的搜索发现</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>it carries the state-secret marking “%1”: stop and ask counsel</source>
        <translation>带有国家秘密标志“%1”：请中止并咨询法律顾问</translation>
    </message>
    <message>
        <source>%1 names in one place: level %2</source>
        <translation>同一处集中 %1 个姓名或名称：%2 级</translation>
    </message>
    <message>
        <source>%1 sensitive items in one place: level %2</source>
        <translation>同一处集中 %1 个敏感项：%2 级</translation>
    </message>
    <message>
        <source>%1 × %2: level %3</source>
        <translation>%1 × %2：%3 级</translation>
    </message>
</context>
<context>
    <name>GateCommand</name>
    <message>
        <source>Ask for a gate, pass, refuse or reopen it; the compliance review before closing</source>
        <translation>申请过关、通过、退回或重开关口；交割前的合规审查</translation>
    </message>
    <message>
        <source>%1 is passed; its snapshot is signed.</source>
        <translation>%1 已通过；其快照已签名。</translation>
    </message>
</context>
<context>
    <name>Ids</name>
    <message>
        <source>self-check recorded</source>
        <translation>已记录自检</translation>
    </message>
    <message>
        <source>access brought up to date</source>
        <translation>已更新访问状态</translation>
    </message>
    <message>
        <source>level reviewed</source>
        <translation>已复核级别</translation>
    </message>
    <message>
        <source>level decided</source>
        <translation>已决定级别</translation>
    </message>
    <message>
        <source>client list imported</source>
        <translation>已导入客户名单</translation>
    </message>
    <message>
        <source>import taken back</source>
        <translation>已撤回导入</translation>
    </message>
    <message>
        <source>evidence added</source>
        <translation>已添加证据</translation>
    </message>
    <message>
        <source>evidence checked</source>
        <translation>已核对证据</translation>
    </message>
    <message>
        <source>grant requested</source>
        <translation>已申请授权</translation>
    </message>
    <message>
        <source>grant approved</source>
        <translation>已批准授权</translation>
    </message>
    <message>
        <source>grant recertified</source>
        <translation>已复核授权</translation>
    </message>
    <message>
        <source>grant revoked</source>
        <translation>已撤销授权</translation>
    </message>
    <message>
        <source>access used</source>
        <translation>已使用授权访问</translation>
    </message>
    <message>
        <source>insider list exported</source>
        <translation>已导出知情人名单</translation>
    </message>
    <message>
        <source>NDA signed</source>
        <translation>已签署保密协议</translation>
    </message>
    <message>
        <source>NDA joined</source>
        <translation>已加入保密协议</translation>
    </message>
    <message>
        <source>NDA left</source>
        <translation>已退出保密协议</translation>
    </message>
    <message>
        <source>NDA ended</source>
        <translation>保密协议已终止</translation>
    </message>
    <message>
        <source>NDA breach recorded</source>
        <translation>已登记违约</translation>
    </message>
    <message>
        <source>background check recorded</source>
        <translation>已登记背景核查</translation>
    </message>
    <message>
        <source>background check requested</source>
        <translation>已申请背景核查</translation>
    </message>
    <message>
        <source>clearance changed</source>
        <translation>已更改许可级别</translation>
    </message>
    <message>
        <source>receipt chased</source>
        <translation>已催收回执</translation>
    </message>
    <message>
        <source>copy lost</source>
        <translation>副本已遗失</translation>
    </message>
    <message>
        <source>copies brought up to date</source>
        <translation>已更新副本状态</translation>
    </message>
    <message>
        <source>wall membership changed</source>
        <translation>已更改隔离墙成员</translation>
    </message>
    <message>
        <source>wall left</source>
        <translation>已离开隔离墙</translation>
    </message>
    <message>
        <source>wall crossing recorded</source>
        <translation>已登记跨墙</translation>
    </message>
    <message>
        <source>Opening the vault</source>
        <translation>打开保密库</translation>
    </message>
    <message>
        <source>Creating the vault</source>
        <translation>创建保密库</translation>
    </message>
    <message>
        <source>Building the demo deal</source>
        <translation>生成示例项目</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Importing the client list</source>
        <translation>导入客户名单</translation>
    </message>
    <message>
        <source>Searching the client list</source>
        <translation>搜索客户名单</translation>
    </message>
    <message>
        <source>Importing a document</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Looking for client information</source>
        <translation>查找客户信息</translation>
    </message>
    <message>
        <source>Redacting</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Drawing pages</source>
        <translation>绘制页面</translation>
    </message>
    <message>
        <source>Packing the release</source>
        <translation>制作交付包</translation>
    </message>
    <message>
        <source>Making the sealed report</source>
        <translation>生成签章报告</translation>
    </message>
    <message>
        <source>Checking the audit trail</source>
        <translation>核验审计轨迹</translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>Revoking access</source>
        <translation>撤销访问</translation>
    </message>
    <message>
        <source>Importing rows</source>
        <translation>导入行</translation>
    </message>
    <message>
        <source>Rebuilding the file</source>
        <translation>正在重建文件</translation>
    </message>
    <message>
        <source>Verifying the result</source>
        <translation>正在验证结果</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>正在签章</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Deal manager</source>
        <translation>交易负责人</translation>
    </message>
    <message>
        <source>Compliance officer</source>
        <translation>合规负责人</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Legal counsel</source>
        <translation>法律顾问</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>IT security</source>
        <translation>信息安全</translation>
    </message>
    <message>
        <source>Human resources</source>
        <translation>人力资源</translation>
    </message>
    <message>
        <source>Business owner</source>
        <translation>业务负责人</translation>
    </message>
    <message>
        <source>External auditor</source>
        <translation>外部审计师</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Green, signed</source>
        <translation>绿，已签署</translation>
    </message>
    <message>
        <source>to mend: %2</source>
        <translation>待整改 %2 条</translation>
    </message>
    <message>
        <source>nothing is entered yet</source>
        <translation>尚未填写</translation>
    </message>
    <message>
        <source>nothing happened in this phase? Then sign a nil return</source>
        <translation>本阶段未发生此类事项？请签署零报告</translation>
    </message>
    <message>
        <source>to be signed by: %1</source>
        <translation>待签署：%1</translation>
    </message>
    <message>
        <source>the signature ran out on %1</source>
        <translation>签名已于 %1 到期</translation>
    </message>
    <message>
        <source>changed since it was signed</source>
        <translation>签署后有变化</translation>
    </message>
    <message>
        <source>falls due on %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>carried by exception %1 until %2</source>
        <translation>凭例外 %1 暂予放行，至 %2 止</translation>
    </message>
    <message>
        <source>exception %1 ran out on %2</source>
        <translation>例外 %1 已于 %2 到期</translation>
    </message>
    <message>
        <source>not applicable: %1 (approved by %2)</source>
        <translation>不适用：%1（由 %2 批准）</translation>
    </message>
    <message>
        <source>nothing to check in this deal</source>
        <translation>本项目没有需要检查的内容</translation>
    </message>
    <message>
        <source>signed by %1 on %2</source>
        <translation>由 %1 于 %2 签署</translation>
    </message>
    <message>
        <source>nil return signed by %2</source>
        <translation>零报告由 %2 签署</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>转让准备</translation>
    </message>
    <message>
        <source>Negotiation and due diligence</source>
        <translation>谈判与尽调</translation>
    </message>
    <message>
        <source>Document disclosure</source>
        <translation>文件处理与披露</translation>
    </message>
    <message>
        <source>Signing and closing</source>
        <translation>签约与交割</translation>
    </message>
    <message>
        <source>Post-transfer</source>
        <translation>转让之后</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>持续性工作</translation>
    </message>
    <message>
        <source>G1 open negotiation</source>
        <translation>G1 进入谈判</translation>
    </message>
    <message>
        <source>G2 open disclosure</source>
        <translation>G2 进入披露</translation>
    </message>
    <message>
        <source>G3 enter closing</source>
        <translation>G3 进入交割</translation>
    </message>
    <message>
        <source>G4 record closing</source>
        <translation>G4 交割完成</translation>
    </message>
    <message>
        <source>G5 archive</source>
        <translation>G5 归档</translation>
    </message>
    <message>
        <source>an entry is missing</source>
        <translation>缺少一条记录</translation>
    </message>
    <message>
        <source>the hash of an entry does not match</source>
        <translation>有一条记录的哈希不符</translation>
    </message>
    <message>
        <source>an entry does not follow the one before</source>
        <translation>有一条记录与前一条不衔接</translation>
    </message>
    <message>
        <source>the signature of an entry is not valid</source>
        <translation>有一条记录的签名无效</translation>
    </message>
    <message>
        <source>an entry was signed by an unknown account</source>
        <translation>有一条记录由未知账户签名</translation>
    </message>
    <message>
        <source>a row is not in the state the trail says</source>
        <translation>有一行与轨迹所述状态不符</translation>
    </message>
    <message>
        <source>a row that the trail names is gone</source>
        <translation>轨迹提到的一行不见了</translation>
    </message>
    <message>
        <source>a row was added past the trail</source>
        <translation>有一行绕过轨迹加入</translation>
    </message>
    <message>
        <source>an action was signed outside its role</source>
        <translation>有操作超出其角色签名</translation>
    </message>
    <message>
        <source>an entry is older than the one before</source>
        <translation>有一条记录早于前一条</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>measure signed</source>
        <translation>已签署措施</translation>
    </message>
    <message>
        <source>nil return signed</source>
        <translation>已签署零报告</translation>
    </message>
    <message>
        <source>signature withdrawn</source>
        <translation>已撤回签名</translation>
    </message>
    <message>
        <source>gate requested</source>
        <translation>已申请过关</translation>
    </message>
    <message>
        <source>gate passed</source>
        <translation>已通过关口</translation>
    </message>
    <message>
        <source>gate refused</source>
        <translation>已退回过关申请</translation>
    </message>
    <message>
        <source>gate reopened</source>
        <translation>已重开关口</translation>
    </message>
    <message>
        <source>vault created</source>
        <translation>已创建保密库</translation>
    </message>
    <message>
        <source>vault unlocked</source>
        <translation>已解锁保密库</translation>
    </message>
    <message>
        <source>vault locked</source>
        <translation>已锁定保密库</translation>
    </message>
    <message>
        <source>deal created</source>
        <translation>已建立项目</translation>
    </message>
    <message>
        <source>scope locked</source>
        <translation>已锁定范围</translation>
    </message>
    <message>
        <source>document imported</source>
        <translation>已导入文件</translation>
    </message>
    <message>
        <source>document redacted</source>
        <translation>已遮盖文件</translation>
    </message>
    <message>
        <source>document reviewed</source>
        <translation>已复核文件</translation>
    </message>
    <message>
        <source>document exported</source>
        <translation>已导出文件</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>release refused</source>
        <translation>已拒绝交付</translation>
    </message>
    <message>
        <source>report sealed</source>
        <translation>报告已签章</translation>
    </message>
    <message>
        <source>backup made</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>restore drill done</source>
        <translation>已做恢复演练</translation>
    </message>
    <message>
        <source>account added</source>
        <translation>已添加账户</translation>
    </message>
    <message>
        <source>account revoked</source>
        <translation>已撤销账户</translation>
    </message>
    <message>
        <source>passphrase changed</source>
        <translation>已修改口令</translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>每 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>in every phase</source>
        <translation>每个阶段</translation>
    </message>
    <message>
        <source>at every event</source>
        <translation>每次事件</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>the earlier states of a row are not as the trail says</source>
        <translation>有一行的历史状态与轨迹所载不符</translation>
    </message>
    <message>
        <source>account changed</source>
        <translation>已更改账户</translation>
    </message>
    <message>
        <source>keys changed after a revocation</source>
        <translation>撤销后已更换密钥</translation>
    </message>
    <message>
        <source>recovery key replaced</source>
        <translation>已更换恢复密钥</translation>
    </message>
    <message>
        <source>passphrase reset by the owner</source>
        <translation>所有者已重设口令</translation>
    </message>
    <message>
        <source>backup recorded</source>
        <translation>已登记备份</translation>
    </message>
    <message>
        <source>version approved</source>
        <translation>版本已批准</translation>
    </message>
    <message>
        <source>finding decided</source>
        <translation>发现项已决定</translation>
    </message>
    <message>
        <source>export failed</source>
        <translation>导出失败</translation>
    </message>
    <message>
        <source>marks changed</source>
        <translation>已更改遮盖标记</translation>
    </message>
    <message>
        <source>redaction failed</source>
        <translation>遮盖失败</translation>
    </message>
    <message>
        <source>review requested</source>
        <translation>已申请复核</translation>
    </message>
    <message>
        <source>searched for client information</source>
        <translation>已检索客户信息</translation>
    </message>
    <message>
        <source>version sent back</source>
        <translation>版本已退回</translation>
    </message>
    <message>
        <source>document viewed</source>
        <translation>已查看文件</translation>
    </message>
    <message>
        <source>legal hold set</source>
        <translation>已设法务保留</translation>
    </message>
    <message>
        <source>evidence attached</source>
        <translation>已附上证据</translation>
    </message>
    <message>
        <source>legal hold lifted</source>
        <translation>已解除法务保留</translation>
    </message>
    <message>
        <source>exception approved</source>
        <translation>例外已批准</translation>
    </message>
    <message>
        <source>exceptions expired</source>
        <translation>例外已到期</translation>
    </message>
    <message>
        <source>review before closing signed</source>
        <translation>已签署交割前审查</translation>
    </message>
    <message>
        <source>row applies again</source>
        <translation>已恢复适用一项措施</translation>
    </message>
    <message>
        <source>row set as not applicable</source>
        <translation>已将一项措施设为不适用</translation>
    </message>
    <message>
        <source>return asked for</source>
        <translation>已要求返还</translation>
    </message>
    <message>
        <source>copy destroyed</source>
        <translation>副本已销毁</translation>
    </message>
    <message>
        <source>copy returned</source>
        <translation>副本已返还</translation>
    </message>
    <message>
        <source>release not written</source>
        <translation>交付未能写出</translation>
    </message>
    <message>
        <source>release prepared</source>
        <translation>已准备交付</translation>
    </message>
    <message>
        <source>receipt recorded</source>
        <translation>已登记签收</translation>
    </message>
    <message>
        <source>older copy of the vault unlocked</source>
        <translation>已解锁保密库的较旧副本</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Checking the client list</source>
        <translation>检查客户名单</translation>
    </message>
    <message>
        <source>Reading the client list</source>
        <translation>读取客户名单</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>撤回导入</translation>
    </message>
    <message>
        <source>Restoring into a test folder</source>
        <translation>正在恢复到测试文件夹</translation>
    </message>
    <message>
        <source>Verifying the copy</source>
        <translation>正在验证副本</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Importing the rows</source>
        <translation>正在导入各行</translation>
    </message>
    <message>
        <source>Looking for what is hidden</source>
        <translation>正在查找隐藏内容</translation>
    </message>
    <message>
        <source>Encrypting and storing</source>
        <translation>正在加密保存</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>Looking for the marked content</source>
        <translation>正在查找标记的内容</translation>
    </message>
    <message>
        <source>Signing the package</source>
        <translation>正在签署交付包</translation>
    </message>
    <message>
        <source>Drawing the watermark</source>
        <translation>正在绘制水印</translation>
    </message>
    <message>
        <source>Collecting the data</source>
        <translation>正在收集数据</translation>
    </message>
    <message>
        <source>version of the program</source>
        <translation>程序版本</translation>
    </message>
    <message>
        <source>newest backup</source>
        <translation>最新备份</translation>
    </message>
    <message>
        <source>restore drill of the newest backup</source>
        <translation>最新备份的恢复演练</translation>
    </message>
    <message>
        <source>stored document is unchanged</source>
        <translation>所存文件未被改动</translation>
    </message>
    <message>
        <source>stored evidence is unchanged</source>
        <translation>所存证据未被改动</translation>
    </message>
    <message>
        <source>stored files are encrypted</source>
        <translation>所存文件已加密</translation>
    </message>
    <message>
        <source>database is encrypted</source>
        <translation>数据库已加密</translation>
    </message>
    <message>
        <source>format of the vault is current</source>
        <translation>保密库格式为现行版本</translation>
    </message>
    <message>
        <source>protection of passphrases is current</source>
        <translation>口令保护为现行强度</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Business registration number</source>
        <translation>工商注册号</translation>
    </message>
    <message>
        <source>Identity card number</source>
        <translation>居民身份证号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Hong Kong identity card</source>
        <translation>香港身份证</translation>
    </message>
    <message>
        <source>Home return permit</source>
        <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>国际银行账号（IBAN）</translation>
    </message>
    <message>
        <source>Device number (IMEI)</source>
        <translation>设备号（IMEI）</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Organisation code</source>
        <translation>组织机构代码</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Permanent residence card</source>
        <translation>外国人永久居留证</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>车牌号</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>QQ number</source>
        <translation>QQ 号</translation>
    </message>
    <message>
        <source>SWIFT code</source>
        <translation>SWIFT 代码</translation>
    </message>
    <message>
        <source>Taiwan identity card</source>
        <translation>台湾身份证</translation>
    </message>
    <message>
        <source>Taiwan compatriot permit</source>
        <translation>台湾居民来往大陆通行证</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>US social security number</source>
        <translation>美国社会安全号码</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>WeChat id</source>
        <translation>微信号</translation>
    </message>
    <message>
        <source>Measuring the worker&apos;s sandbox</source>
        <translation>测量读取进程的沙箱</translation>
    </message>
    <message>
        <source>Keeping a file as evidence</source>
        <translation>将文件存为证据</translation>
    </message>
    <message>
        <source>Marking words</source>
        <translation>标记词语</translation>
    </message>
    <message>
        <source>Comparing files with their hashes</source>
        <translation>核对文件与哈希</translation>
    </message>
    <message>
        <source>Changing the account</source>
        <translation>更改账户</translation>
    </message>
    <message>
        <source>account bound to the new root key</source>
        <translation>账户已绑定新的根密钥</translation>
    </message>
    <message>
        <source>records counted after filing</source>
        <translation>归档后重新计数</translation>
    </message>
    <message>
        <source>sealed entry filed</source>
        <translation>密封内容已归档</translation>
    </message>
    <message>
        <source>sealed report opened by its receiver</source>
        <translation>受理人打开加密举报</translation>
    </message>
    <message>
        <source>concern reported</source>
        <translation>已提交举报</translation>
    </message>
    <message>
        <source>copy from before the key change removed</source>
        <translation>已删除更换密钥之前的副本</translation>
    </message>
    <message>
        <source>unsearched parts looked at</source>
        <translation>已查看未搜索的部分</translation>
    </message>
    <message>
        <source>level of a document decided</source>
        <translation>决定文件级别</translation>
    </message>
    <message>
        <source>false positive taken back</source>
        <translation>撤回误报</translation>
    </message>
    <message>
        <source>folder searched</source>
        <translation>搜索文件夹</translation>
    </message>
    <message>
        <source>Searching all documents</source>
        <translation>正在搜索全部文件</translation>
    </message>
    <message>
        <source>Searching a folder</source>
        <translation>正在搜索文件夹</translation>
    </message>
    <message>
        <source>approval lost: the stored file is another one</source>
        <translation>批准失效：保存的文件已不是原文件</translation>
    </message>
    <message>
        <source>comment written</source>
        <translation>已写批注</translation>
    </message>
    <message>
        <source>document converted to PDF</source>
        <translation>文件已转为 PDF</translation>
    </message>
    <message>
        <source>preview of a redaction viewed</source>
        <translation>已查看遮盖预览</translation>
    </message>
    <message>
        <source>comment opened again</source>
        <translation>批注已重新打开</translation>
    </message>
    <message>
        <source>comment settled</source>
        <translation>批注已处理</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>正在比对版本</translation>
    </message>
    <message>
        <source>Checking the approved file</source>
        <translation>正在核对已批准的文件</translation>
    </message>
    <message>
        <source>Measuring gaps</source>
        <translation>正在测量空隙</translation>
    </message>
    <message>
        <source>Redacting in memory</source>
        <translation>正在内存中遮盖</translation>
    </message>
    <message>
        <source>Converting to PDF</source>
        <translation>正在转换为 PDF</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>Import a client list (CSV or XLSX), or take an import back</source>
        <translation>导入客户名单（CSV 或 XLSX），或撤回导入</translation>
    </message>
    <message>
        <source>Say what to import into which vault: import %1</source>
        <translation>请说明将什么导入哪个保密库：import %1</translation>
    </message>
    <message>
        <source>The import is taken back; its rows are out of sight.</source>
        <translation>已撤回导入；其行不再可见。</translation>
    </message>
    <message>
        <source>  at level %1 %2: %3</source>
        <translation>  %1 级 %2：%3</translation>
    </message>
    <message>
        <source>Proposed level: %1 %2 (%3)</source>
        <translation>建议级别：%1 %2（%3）</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>导入：%1</translation>
    </message>
    <message>
        <source>… and %1 more; --json lists up to a thousand.</source>
        <translation>… 另有 %1 条；--json 最多列出一千条。</translation>
    </message>
</context>
<context>
    <name>InspectCommand</name>
    <message>
        <source>Say what a PDF hides: metadata, attachments, scripts, layers, failed redactions</source>
        <translation>说明 PDF 中隐藏的内容：元数据、附件、脚本、图层、失败的遮盖</translation>
    </message>
    <message>
        <source>Name one file: inspect %1</source>
        <translation>请指定一个文件：inspect %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing hidden was found.</source>
        <translation>未发现隐藏内容。</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>高度敏感</translation>
    </message>
</context>
<context>
    <name>MeasureText</name>
    <message>
        <source>Changed</source>
        <translation>已变化</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Nothing entered</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Nil return due</source>
        <translation>待签零报告</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>合规</translation>
    </message>
    <message>
        <source>Assurance</source>
        <translation>鉴证</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>交易项目</translation>
    </message>
    <message>
        <source>Measures and gates</source>
        <translation>措施与关口</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Client data</source>
        <translation>客户数据</translation>
    </message>
    <message>
        <source>People and access</source>
        <translation>人员与授权</translation>
    </message>
    <message>
        <source>NDAs</source>
        <translation>保密协议</translation>
    </message>
    <message>
        <source>Third parties</source>
        <translation>第三方</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Speak-up</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>协同</translation>
    </message>
    <message>
        <source>Audits and actions</source>
        <translation>审计与整改</translation>
    </message>
    <message>
        <source>Controls and backups</source>
        <translation>控制与备份</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计轨迹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>all pages were to become pictures</source>
        <translation>按要求全部页面转为图片</translation>
    </message>
    <message>
        <source>a colour space of an unknown kind</source>
        <translation>有种类不明的色彩空间</translation>
    </message>
    <message>
        <source>broken drawing instructions</source>
        <translation>绘图指令已损坏</translation>
    </message>
    <message>
        <source>numbers out of all bounds</source>
        <translation>有超出一切范围的数值</translation>
    </message>
    <message>
        <source>too many drawing instructions</source>
        <translation>绘图指令过多</translation>
    </message>
    <message>
        <source>a drawing that contains itself</source>
        <translation>有图形把自己包含在内</translation>
    </message>
    <message>
        <source>two programs see different pages in this file</source>
        <translation>两个程序在此文件中看到的页面不一致</translation>
    </message>
    <message>
        <source>data that stand in another file</source>
        <translation>有数据存放在别的文件里</translation>
    </message>
    <message>
        <source>the first attempt could not be proven</source>
        <translation>第一次处理的结果无法证明</translation>
    </message>
    <message>
        <source>a font whose characters nobody can tell</source>
        <translation>有无法辨认字符的字体</translation>
    </message>
    <message>
        <source>a missing or damaged colour function</source>
        <translation>颜色函数缺失或已损坏</translation>
    </message>
    <message>
        <source>a marked image in which one colour is transparent</source>
        <translation>被标记的图像中有一种颜色是透明的</translation>
    </message>
    <message>
        <source>a damaged image</source>
        <translation>有已损坏的图像</translation>
    </message>
    <message>
        <source>a marked image that is mixed with its ground</source>
        <translation>被标记的图像与底色混合在一起</translation>
    </message>
    <message>
        <source>a marked image that is mixed with its transparency</source>
        <translation>被标记的图像与其透明度混合在一起</translation>
    </message>
    <message>
        <source>a marked image that is too large</source>
        <translation>被标记的图像过大</translation>
    </message>
    <message>
        <source>a photograph among the drawing instructions</source>
        <translation>绘图指令中夹有照片</translation>
    </message>
    <message>
        <source>a layer that is switched off</source>
        <translation>有图层被关闭</translation>
    </message>
    <message>
        <source>a layer of which it is not certain whether it shows</source>
        <translation>有图层无法确定是否显示</translation>
    </message>
    <message>
        <source>something that is drawn without width or height</source>
        <translation>有绘制内容没有宽度或高度</translation>
    </message>
    <message>
        <source>a marked colour gradient of many patches</source>
        <translation>被标记处有由多个网格片组成的渐变</translation>
    </message>
    <message>
        <source>drawings nested too deeply</source>
        <translation>图形嵌套过深</translation>
    </message>
    <message>
        <source>a line whose course is not certain</source>
        <translation>有走向无法确定的线条</translation>
    </message>
    <message>
        <source>a marked line with too many points</source>
        <translation>被标记的线条点数过多</translation>
    </message>
    <message>
        <source>a marked line that cannot be cut exactly</source>
        <translation>被标记的线条无法精确裁切</translation>
    </message>
    <message>
        <source>a marked pattern</source>
        <translation>被标记处有填充图案</translation>
    </message>
    <message>
        <source>something that the page uses is missing from the file</source>
        <translation>页面用到的内容在文件中缺失</translation>
    </message>
    <message>
        <source>a marked colour gradient of an unknown kind</source>
        <translation>被标记处有种类不明的渐变</translation>
    </message>
    <message>
        <source>text where none may stand</source>
        <translation>文字出现在不该有文字的位置</translation>
    </message>
    <message>
        <source>text that cannot be decoded</source>
        <translation>有无法解码的文字</translation>
    </message>
    <message>
        <source>a drawing of an unknown kind</source>
        <translation>有种类不明的图形</translation>
    </message>
    <message>
        <source>something could not be proven</source>
        <translation>有内容无法证明</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source>Pages %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
</context>
<context>
    <name>ProofText</name>
    <message>
        <source>Mark a larger area there, or turn the page into a picture.</source>
        <translation>请在该处标记更大的区域，或将该页转为图像。</translation>
    </message>
    <message>
        <source>Redact again with all pages as pictures.</source>
        <translation>请将所有页面转为图像后重新遮盖。</translation>
    </message>
    <message>
        <source>Mark the other places too, or say that the words may stay elsewhere.</source>
        <translation>请把其他位置也标记，或说明该词可保留在别处。</translation>
    </message>
    <message>
        <source>the new file holds entries that it should not</source>
        <translation>新文件含有不应存在的条目</translation>
    </message>
    <message>
        <source>a box is not one even colour</source>
        <translation>某个遮盖框颜色不均匀</translation>
    </message>
    <message>
        <source>the new file cannot be read by every reader</source>
        <translation>并非所有阅读引擎都能读取新文件</translation>
    </message>
    <message>
        <source>something is left under a box</source>
        <translation>遮盖框下仍有残留</translation>
    </message>
    <message>
        <source>the new file does not open</source>
        <translation>新文件无法打开</translation>
    </message>
    <message>
        <source>the new file has another number of pages</source>
        <translation>新文件页数不同</translation>
    </message>
    <message>
        <source>a page changed outside its marks</source>
        <translation>有页面在标记之外发生变化</translation>
    </message>
    <message>
        <source>the second reader still finds marked text</source>
        <translation>第二个阅读引擎仍能找到已标记的文字</translation>
    </message>
    <message>
        <source>text is left under a mark</source>
        <translation>标记下仍有文字</translation>
    </message>
    <message>
        <source>an original part of the file is still in it</source>
        <translation>文件中仍含原有部分</translation>
    </message>
    <message>
        <source>a marked word is still somewhere in the file</source>
        <translation>已标记的词仍存在于文件某处</translation>
    </message>
    <message>
        <source>a check did not pass (%1)</source>
        <translation>一项检查未通过（%1）</translation>
    </message>
    <message>
        <source>A: the text is gone, everything else stays in place</source>
        <translation>A：文字已删除，其余内容位置不变</translation>
    </message>
    <message>
        <source>B: gaps do not show how long the text was</source>
        <translation>B：空隙不透露原文长度</translation>
    </message>
    <message>
        <source>C: whole lines are gone</source>
        <translation>C：整行删除</translation>
    </message>
</context>
<context>
    <name>RecordCommand</name>
    <message>
        <source>Entries of every register: the deal, persons, NDAs, grants and all others</source>
        <translation>所有登记册的条目：项目、人员、保密协议、授权及其他</translation>
    </message>
</context>
<context>
    <name>RedactCommand</name>
    <message>
        <source>Remove marked areas from a PDF, prove it, and write the result</source>
        <translation>移除 PDF 中标记的区域，证明结果并写出</translation>
    </message>
    <message>
        <source>Name the file, the result, and either the marks or --find: redact %1</source>
        <translation>请指定文件、结果，以及标记或 --find：redact %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) removed and proven; %1 of %2 pages are pictures now.</source>
        <translation>
            <numerusform>已移除并证明 %n 处标记；%2 页中 %1 页现为图片。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseCommand</name>
    <message>
        <source>Hand one version to one person if the fourteen conditions hold</source>
        <translation>十四项条件均成立时，将一个版本交付一人</translation>
    </message>
    <message>
        <source>Watermark %1, SHA-256 %2</source>
        <translation>水印 %1，SHA-256 %2</translation>
    </message>
    <message>
        <source>Password (shown once; give it to the recipient by another route): %1</source>
        <translation>口令（仅显示一次；请以另一途径告知接收人）：%1</translation>
    </message>
</context>
<context>
    <name>ReleaseText</name>
    <message>
        <source>Deal and phase</source>
        <translation>项目与阶段</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>NDA</source>
        <translation>保密协议</translation>
    </message>
    <message>
        <source>Access grant</source>
        <translation>访问授权</translation>
    </message>
    <message>
        <source>Level of the grant</source>
        <translation>授权级别</translation>
    </message>
    <message>
        <source>Background check</source>
        <translation>背景核查</translation>
    </message>
    <message>
        <source>Training and rules</source>
        <translation>培训与规则</translation>
    </message>
    <message>
        <source>Rules acknowledged</source>
        <translation>规则签收</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>利益申报</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>信息隔离墙</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Third-party assessment</source>
        <translation>第三方评估</translation>
    </message>
    <message>
        <source>Review of the version</source>
        <translation>版本复核</translation>
    </message>
    <message>
        <source>Verification and level 4</source>
        <translation>遮盖验证与 4 级</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>传输渠道</translation>
    </message>
    <message>
        <source>Personal information</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>安全事件</translation>
    </message>
    <message>
        <source>not treated</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>redacted</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>pseudonymised</source>
        <translation>去标识化</translation>
    </message>
    <message>
        <source>anonymised</source>
        <translation>匿名化</translation>
    </message>
    <message>
        <source>aggregated</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>own staff</source>
        <translation>本方人员</translation>
    </message>
    <message>
        <source>advisers</source>
        <translation>顾问</translation>
    </message>
    <message>
        <source>bidders</source>
        <translation>竞买方</translation>
    </message>
    <message>
        <source>the selected buyer</source>
        <translation>选定买方</translation>
    </message>
    <message>
        <source>evaluating the deal</source>
        <translation>评估交易</translation>
    </message>
    <message>
        <source>due diligence</source>
        <translation>尽职调查</translation>
    </message>
    <message>
        <source>financing</source>
        <translation>融资</translation>
    </message>
    <message>
        <source>professional advice</source>
        <translation>专业意见</translation>
    </message>
    <message>
        <source>signing and closing</source>
        <translation>签约与交割</translation>
    </message>
    <message>
        <source>integration planning</source>
        <translation>整合准备</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>filing with an authority</source>
        <translation>监管申报</translation>
    </message>
    <message>
        <source>another purpose</source>
        <translation>其他目的</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>无需</translation>
    </message>
    <message>
        <source>separate consent</source>
        <translation>单独同意</translation>
    </message>
    <message>
        <source>entrusted processing</source>
        <translation>委托处理</translation>
    </message>
    <message>
        <source>statutory duty</source>
        <translation>法定义务</translation>
    </message>
    <message>
        <source>needed for a contract</source>
        <translation>履行合同所必需</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>active</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已交割</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>receipt overdue</source>
        <translation>签收逾期</translation>
    </message>
    <message>
        <source>to be returned</source>
        <translation>待返还</translation>
    </message>
    <message>
        <source>return overdue</source>
        <translation>返还逾期</translation>
    </message>
    <message>
        <source>the very package</source>
        <translation>同一交付包</translation>
    </message>
    <message>
        <source>by its watermark</source>
        <translation>依据水印</translation>
    </message>
    <message>
        <source>the version without its package</source>
        <translation>未封装的版本</translation>
    </message>
    <message>
        <source>%1 lets level %2 (%3) go to: %4.</source>
        <translation>%1阶段可向%4交付 %2 级（%3）。</translation>
    </message>
    <message>
        <source>%1 lets nothing go to: %4.</source>
        <translation>%1阶段不得向%4交付任何内容。</translation>
    </message>
    <message>
        <source>%1 does not let level %2 go to: %4.</source>
        <translation>%1阶段不得向%4交付 %2 级内容。</translation>
    </message>
    <message>
        <source>%1 lets level %2 go to %4 only after treatment; this version is: %3.</source>
        <translation>%1阶段 %2 级内容须经处理方可向%4交付，本版本为：%3。</translation>
    </message>
    <message>
        <source>%1 lets level %2 go to %4 only for the clean team.</source>
        <translation>%1阶段 %2 级内容仅可交付%4的清洁团队。</translation>
    </message>
    <message>
        <source>There is no deal in this vault yet.</source>
        <translation>本保密库尚无项目。</translation>
    </message>
    <message>
        <source>The deal is not active: %1.</source>
        <translation>项目未处于进行中：%1。</translation>
    </message>
    <message>
        <source>%1 is an active person.</source>
        <translation>%1在岗。</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>%1已暂停。</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <translation>%1已离场。</translation>
    </message>
    <message>
        <source>%1 was withdrawn.</source>
        <translation>%1已撤回。</translation>
    </message>
    <message>
        <source>“%2” binds %1.</source>
        <translation>“%2”约束%1。</translation>
    </message>
    <message>
        <source>“%2” has ended but still binds %1 for this purpose.</source>
        <translation>“%2”已终止，但就此目的仍约束%1。</translation>
    </message>
    <message>
        <source>No NDA in force binds %1.</source>
        <translation>没有生效的保密协议约束%1。</translation>
    </message>
    <message>
        <source>“%2” has ended; %1 needs one in force.</source>
        <translation>“%2”已终止；%1须有生效的保密协议。</translation>
    </message>
    <message>
        <source>“%2” binds %1, but not for this purpose: %3.</source>
        <translation>“%2”约束%1，但不含此目的：%3。</translation>
    </message>
    <message>
        <source>%1 has a grant that covers this.</source>
        <translation>%1持有涵盖此内容的授权。</translation>
    </message>
    <message>
        <source>%1 has no access grant.</source>
        <translation>%1没有访问授权。</translation>
    </message>
    <message>
        <source>The grant of %1 is not approved yet.</source>
        <translation>%1的授权尚未批准。</translation>
    </message>
    <message>
        <source>The grant of %1 is approved, but not everything it needs holds.</source>
        <translation>%1的授权已批准，但生效条件尚未齐备。</translation>
    </message>
    <message>
        <source>The grant of %1 is suspended: %2.</source>
        <translation>%1的授权已暂停：%2。</translation>
    </message>
    <message>
        <source>The grant of %1 was revoked.</source>
        <translation>%1的授权已撤销。</translation>
    </message>
    <message>
        <source>The grant of %1 has expired.</source>
        <translation>%1的授权已到期。</translation>
    </message>
    <message>
        <source>The grant of %1 was refused.</source>
        <translation>%1的授权申请已被拒绝。</translation>
    </message>
    <message>
        <source>The grant of %1 is not for this phase: %2.</source>
        <translation>%1的授权不适用于本阶段：%2。</translation>
    </message>
    <message>
        <source>The file is level %2; the grant of %1 reaches level %3.</source>
        <translation>文件为 %2 级；%1的授权最高为 %3 级。</translation>
    </message>
    <message>
        <source>The grant of %1 (level %2) is above their clearance (level %3).</source>
        <translation>%1的授权（%2 级）高于其许可级别（%3 级）。</translation>
    </message>
    <message>
        <source>The file rests on data assets that are not in the grant of %1.</source>
        <translation>文件所依据的数据资产不在%1的授权范围内。</translation>
    </message>
    <message>
        <source>The folder “%2” is not in the grant of %1.</source>
        <translation>文件夹“%2”不在%1的授权范围内。</translation>
    </message>
    <message>
        <source>Level %1 is within the clearance (%2).</source>
        <translation>%1 级在许可级别（%2 级）以内。</translation>
    </message>
    <message>
        <source>Level %1 is above the clearance (%2).</source>
        <translation>%1 级高于许可级别（%2 级）。</translation>
    </message>
    <message>
        <source>Background check of %1 passed, valid until %2.</source>
        <translation>%1背景核查通过，有效期至%2。</translation>
    </message>
    <message>
        <source>%1 has had no background check.</source>
        <translation>%1未做背景核查。</translation>
    </message>
    <message>
        <source>The background check of %1 is not finished.</source>
        <translation>%1的背景核查尚未完成。</translation>
    </message>
    <message>
        <source>%1 did not pass the background check.</source>
        <translation>%1未通过背景核查。</translation>
    </message>
    <message>
        <source>The background check of %1 was waived; that needs an approved exception.</source>
        <translation>%1的背景核查被豁免；须有经批准的例外。</translation>
    </message>
    <message>
        <source>The background check of %1 has no end date.</source>
        <translation>%1的背景核查未填有效期。</translation>
    </message>
    <message>
        <source>The background check of %1 ran out on %2.</source>
        <translation>%1的背景核查已于%2到期。</translation>
    </message>
    <message>
        <source>%1 is trained until %2, rules acknowledged.</source>
        <translation>%1培训有效期至%2，规则已签收。</translation>
    </message>
    <message>
        <source>%1 has attended no training.</source>
        <translation>%1未参加培训。</translation>
    </message>
    <message>
        <source>The training of %1 ran out on %2.</source>
        <translation>%1的培训已于%2到期。</translation>
    </message>
    <message>
        <source>%1 lacks a mandatory course: %2.</source>
        <translation>%1缺少必修课程：%2。</translation>
    </message>
    <message>
        <source>%1 acknowledged “%2”.</source>
        <translation>%1已签收“%2”。</translation>
    </message>
    <message>
        <source>%1 has not acknowledged “%2”, version %3.</source>
        <translation>%1尚未签收“%2”第 %3 版。</translation>
    </message>
    <message>
        <source>No rule sheet is in force that %1 could acknowledge.</source>
        <translation>尚无生效的规则可供%1签收。</translation>
    </message>
    <message>
        <source>A declaration is needed from phase 4.</source>
        <translation>自第 4 阶段起须有利益申报。</translation>
    </message>
    <message>
        <source>The declaration of %1 is on file.</source>
        <translation>%1的利益申报已归档。</translation>
    </message>
    <message>
        <source>The declaration of %1 is missing.</source>
        <translation>缺少%1的利益申报。</translation>
    </message>
    <message>
        <source>%1 has not accepted the code of conduct.</source>
        <translation>%1未承诺行为守则。</translation>
    </message>
    <message>
        <source>%1 declared a conflict that nobody has decided on.</source>
        <translation>%1申报了冲突，尚未处理。</translation>
    </message>
    <message>
        <source>%1 was removed from the deal because of a conflict.</source>
        <translation>%1因利益冲突已退出项目。</translation>
    </message>
    <message>
        <source>No wall stands between %1 and this.</source>
        <translation>%1与此内容之间无隔离墙冲突。</translation>
    </message>
    <message>
        <source>%1 is on the business side; “%2” is competitively sensitive.</source>
        <translation>%1属业务侧；“%2”为竞争敏感信息。</translation>
    </message>
    <message>
        <source>%1 stands on both sides of “%2”.</source>
        <translation>%1同时位于“%2”两侧。</translation>
    </message>
    <message>
        <source>%1 left the clean team of “%2”; the cool-off lasts until %3.</source>
        <translation>%1已离开“%2”的清洁团队；冷静期至%3。</translation>
    </message>
    <message>
        <source>%1 is free to receive.</source>
        <translation>%1可接收。</translation>
    </message>
    <message>
        <source>%1 belongs to no organisation.</source>
        <translation>%1未归属任何机构。</translation>
    </message>
    <message>
        <source>%1 is frozen.</source>
        <translation>%1已冻结。</translation>
    </message>
    <message>
        <source>The role of %1 has ended.</source>
        <translation>%1的角色已终止。</translation>
    </message>
    <message>
        <source>%1 was not selected: from phase 4 nothing goes to it.</source>
        <translation>%1未被选定：自第 4 阶段起不得向其交付。</translation>
    </message>
    <message>
        <source>%1 is no third party that needs an assessment.</source>
        <translation>%1不属于须评估的第三方。</translation>
    </message>
    <message>
        <source>%1 is approved and assessed until %2.</source>
        <translation>%1已批准，评估有效期至%2。</translation>
    </message>
    <message>
        <source>%1 is not in the register of third parties.</source>
        <translation>%1未列入第三方登记册。</translation>
    </message>
    <message>
        <source>%1 is not approved as a third party.</source>
        <translation>%1尚未获批为第三方。</translation>
    </message>
    <message>
        <source>%1 is suspended as a third party.</source>
        <translation>%1作为第三方已被暂停。</translation>
    </message>
    <message>
        <source>%1 has no approved assessment of the last twelve months.</source>
        <translation>%1近十二个月内无经批准的评估。</translation>
    </message>
    <message>
        <source>The assessment of %1 ran out on %2.</source>
        <translation>%1的评估已于%2到期。</translation>
    </message>
    <message>
        <source>%1 version %2 is approved by a second person.</source>
        <translation>%1第 %2 版已由他人复核批准。</translation>
    </message>
    <message>
        <source>%1 version %2 is a draft; have it reviewed.</source>
        <translation>%1第 %2 版为草稿，请提交复核。</translation>
    </message>
    <message>
        <source>%1 version %2 has not been reviewed.</source>
        <translation>%1第 %2 版尚未复核。</translation>
    </message>
    <message>
        <source>%1 version %2 waits for its review.</source>
        <translation>%1第 %2 版正在复核。</translation>
    </message>
    <message>
        <source>%1 version %2 was rejected.</source>
        <translation>%1第 %2 版已被驳回。</translation>
    </message>
    <message>
        <source>%1 version %2 was superseded by a newer one.</source>
        <translation>%1第 %2 版已被新版本替代。</translation>
    </message>
    <message>
        <source>%1 version %2 was erased.</source>
        <translation>%1第 %2 版已擦除。</translation>
    </message>
    <message>
        <source>%1 version %2 was never searched for client information.</source>
        <translation>%1第 %2 版从未检索客户信息。</translation>
    </message>
    <message>
        <source>%1 version %2 has open findings: %3.</source>
        <translation>%1第 %2 版尚有未处理的发现项：%3。</translation>
    </message>
    <message>
        <source>%1 was withdrawn or erased.</source>
        <translation>%1已撤回或擦除。</translation>
    </message>
    <message>
        <source>%1 version %2 has no approving review.</source>
        <translation>%1第 %2 版没有批准的复核。</translation>
    </message>
    <message>
        <source>%1 version %2 was reviewed by who prepared it.</source>
        <translation>%1第 %2 版由制作人自行复核。</translation>
    </message>
    <message>
        <source>The review of %1 version %2 was for other bytes.</source>
        <translation>%1第 %2 版的复核针对的是其他内容。</translation>
    </message>
    <message>
        <source>The level changed after %1 version %2 was reviewed.</source>
        <translation>%1第 %2 版复核后级别已变更。</translation>
    </message>
    <message>
        <source>%1 version %2 is verified for these very bytes.</source>
        <translation>%1第 %2 版已针对同一内容通过验证。</translation>
    </message>
    <message>
        <source>%1 version %2 was not redacted: nothing to verify.</source>
        <translation>%1第 %2 版未经遮盖，无须验证。</translation>
    </message>
    <message>
        <source>%1 version %2 was never verified.</source>
        <translation>%1第 %2 版从未验证。</translation>
    </message>
    <message>
        <source>The verification of %1 version %2 failed.</source>
        <translation>%1第 %2 版未通过验证。</translation>
    </message>
    <message>
        <source>The verification of %1 version %2 was for other bytes.</source>
        <translation>%1第 %2 版的验证针对的是其他内容。</translation>
    </message>
    <message>
        <source>%1 version %2 is level 4: only anonymised, aggregated, or with an exception approved by two.</source>
        <translation>%1第 %2 版为 4 级：仅限匿名化、汇总，或经两人批准的例外。</translation>
    </message>
    <message>
        <source>“%1” is approved.</source>
        <translation>“%1”已获批准。</translation>
    </message>
    <message>
        <source>“%1” is not approved.</source>
        <translation>“%1”未获批准。</translation>
    </message>
    <message>
        <source>“%1” is approved only from %2.</source>
        <translation>“%1”自%2起方获批准。</translation>
    </message>
    <message>
        <source>The approval of “%1” ran out on %2.</source>
        <translation>“%1”的批准已于%2到期。</translation>
    </message>
    <message>
        <source>“%1” is not encrypted; level %2 needs that.</source>
        <translation>“%1”未加密；%2 级须加密。</translation>
    </message>
    <message>
        <source>%1 version %2 identifies nobody.</source>
        <translation>%1第 %2 版不含可识别个人信息。</translation>
    </message>
    <message>
        <source>%1 version %2 identifies people; basis: %3.</source>
        <translation>%1第 %2 版含可识别个人信息；依据：%3。</translation>
    </message>
    <message>
        <source>%1 version %2 identifies people; name the legal basis.</source>
        <translation>%1第 %2 版含可识别个人信息；请注明合法性基础。</translation>
    </message>
    <message>
        <source>%1 version %2 identifies people; “%3” is no basis for that.</source>
        <translation>%1第 %2 版含可识别个人信息；“%3”不能作为依据。</translation>
    </message>
    <message>
        <source>The legal basis for %1 version %2 (%3) has no evidence.</source>
        <translation>%1第 %2 版的合法性基础（%3）缺少凭证。</translation>
    </message>
    <message>
        <source>%1 (%2) is abroad: a final opinion on the transfer is missing.</source>
        <translation>%1（%2）在境外：缺少关于出境的定稿法律意见。</translation>
    </message>
    <message>
        <source>No incident freezes the deal.</source>
        <translation>没有冻结项目的安全事件。</translation>
    </message>
    <message>
        <source>The incident “%1” (severity %2) freezes the deal.</source>
        <translation>安全事件“%1”（%2 级）冻结了项目。</translation>
    </message>
    <message>
        <source>(Carried by an approved exception.)</source>
        <translation>（凭经批准的例外放行。）</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立  </translation>
    </message>
    <message>
        <source>FAILS</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Parts of %1 version %2 could not be searched, and nobody confirmed to have looked at them.</source>
        <translation>%1 第 %2 版有部分内容无法搜索，且无人确认已查看。</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>Seal a report of the deal&apos;s state, or export the audit trail</source>
        <translation>签发项目状态的签章报告，或导出审计轨迹</translation>
    </message>
    <message>
        <source>%1, %2 pages, fingerprint of the seal %3</source>
        <translation>%1，共 %2 页，签章指纹 %3</translation>
    </message>
    <message>
        <source>Filed: %1, says %2, certificate %3</source>
        <translation>已归档：%1，由 %2 证明，证书 %3</translation>
    </message>
</context>
<context>
    <name>SealCheck</name>
    <message>
        <source>Report:       %1, %2, pages: %3</source>
        <translation>报告：      %1，%2，页数：%3</translation>
    </message>
    <message>
        <source>Report id:    %1</source>
        <translation>报告编号：  %1</translation>
    </message>
    <message>
        <source>Made:         %1 (the laptop&apos;s clock)</source>
        <translation>生成时间：  %1（本机时钟）</translation>
    </message>
    <message>
        <source>Signed by:    %1</source>
        <translation>签章人：    %1</translation>
    </message>
    <message>
        <source>Fingerprint:  %1</source>
        <translation>证书指纹：  %1</translation>
    </message>
    <message>
        <source>Authority:    %1</source>
        <translation>签发机构：  %1</translation>
    </message>
    <message>
        <source>Audit trail:  entry %1, head %2</source>
        <translation>审计轨迹：  第 %1 条，链头 %2</translation>
    </message>
    <message>
        <source>VALID: this is a sealed report, unchanged since it was sealed.</source>
        <translation>有效：这是签章报告，签章后未被更改。</translation>
    </message>
    <message>
        <source>NOT VALID: do not rely on this file.</source>
        <translation>无效：请勿依赖此文件。</translation>
    </message>
    <message>
        <source>(not reached)</source>
        <translation>（未执行到）</translation>
    </message>
    <message>
        <source>No fingerprint was given: compare the one above with the signer before you rely on it.</source>
        <translation>未指定指纹：依赖本报告前，请与签章人核对上方指纹。</translation>
    </message>
    <message>
        <source>VALID: the trail is whole and every entry is signed.</source>
        <translation>有效：审计轨迹完整，每条记录均已签名。</translation>
    </message>
    <message>
        <source>NOT VALID: do not rely on this trail.</source>
        <translation>无效：请勿依赖此审计轨迹。</translation>
    </message>
    <message>
        <source>Entries:      %1, from %2 to %3</source>
        <translation>记录：      %1 条，自 %2 至 %3</translation>
    </message>
    <message>
        <source>Head:         %1</source>
        <translation>链头：      %1</translation>
    </message>
    <message>
        <source>Merkle root:  %1</source>
        <translation>默克尔根：  %1</translation>
    </message>
    <message>
        <source>Compare the head with one that was kept outside: on a sealed report, a backup or a release. Without that, somebody with the keys could have written the whole trail anew.</source>
        <translation>请将链头与保存在外部的链头（签章报告、备份或交付包上的）核对。否则，持有密钥者可能重写了整条审计轨迹。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Usage: sealcheck REPORT.pdf [--fingerprint F] [--timestamp REPLY.tsr] [--json]
       sealcheck --trail FILE [--json]
Verifies a sealed report, or an exported audit trail. It needs no vault and no network.
F: SHA-256 of the signer&apos;s or the authority&apos;s certificate, 64 hexadecimal digits.
REPLY.tsr: what a time-stamping authority answered for this very file.
Ends with 0 valid, 1 not valid, 2 unreadable or wrong usage.</source>
        <translation>用法：sealcheck REPORT.pdf [--fingerprint F] [--timestamp REPLY.tsr] [--json]
      sealcheck --trail FILE [--json]
核验签章报告，或导出的审计轨迹。无需保密库和网络。
F：签章人或签发机构证书的 SHA-256，64 位十六进制数。
REPLY.tsr：时间戳机构针对本文件的回复。
退出码：0 有效，1 无效，2 无法读取或用法错误。</translation>
    </message>
    <message>
        <source>Time-stamp:   %1, says %2</source>
        <translation>时间戳：    %1，由 %2 证明</translation>
    </message>
    <message>
        <source>              certificate %1</source>
        <translation>            证书 %1</translation>
    </message>
    <message>
        <source>NOT VALID: the report is sound, but the time-stamp is not one of this file.</source>
        <translation>无效：报告本身完好，但该时间戳不属于此文件。</translation>
    </message>
    <message>
        <source>The time-stamp is worth as much as its authority: compare that certificate with the one it publishes.</source>
        <translation>时间戳的可信程度取决于签发机构：请将上述证书与该机构公布的证书核对。</translation>
    </message>
    <message>
        <source>Proved: the file is byte for byte what was sealed with this certificate, and its pages are the ones the data inside vouches for.</source>
        <translation>已证明：文件与用该证书签章时逐字节相同，各页即内嵌数据所确认的页面。</translation>
    </message>
    <message>
        <source>What to do: keep this file apart, ask the sender for the report again by another way and check that one. If it fails too, tell the issuer which line has the cross.</source>
        <translation>处理办法：将此文件单独存放，请发送人通过另一途径重新提供报告并再次检查。如仍不通过，请告知签发人打叉的是哪一行。</translation>
    </message>
</context>
<context>
    <name>SealText</name>
    <message>
        <source>One revision, complete, with nothing behind its end</source>
        <translation>只有一个完整版本，末尾之后没有任何内容</translation>
    </message>
    <message>
        <source>One signature, which covers every byte but itself</source>
        <translation>只有一个签名，覆盖除自身外的每一个字节</translation>
    </message>
    <message>
        <source>Nothing hidden in the space kept for the signature</source>
        <translation>签名预留空间中没有隐藏内容</translation>
    </message>
    <message>
        <source>The signature fits these bytes, in its one permitted form</source>
        <translation>签名与文件字节相符，且为唯一允许的形式</translation>
    </message>
    <message>
        <source>One signature field, which permits no later change</source>
        <translation>只有一个签名域，且不允许后续更改</translation>
    </message>
    <message>
        <source>No scripts, links, actions, layers or other files inside</source>
        <translation>没有脚本、链接、动作、图层或其他文件</translation>
    </message>
    <message>
        <source>The report&apos;s data is inside, and only that</source>
        <translation>仅嵌入了报告数据</translation>
    </message>
    <message>
        <source>The data has the published form</source>
        <translation>数据符合公布的格式</translation>
    </message>
    <message>
        <source>The data has the hash that is printed</source>
        <translation>数据与所印哈希一致</translation>
    </message>
    <message>
        <source>The pages show the text that the data vouches for</source>
        <translation>页面文字与数据所载一致</translation>
    </message>
    <message>
        <source>The report names the certificate that sealed it</source>
        <translation>报告载明了签章所用证书</translation>
    </message>
    <message>
        <source>The head of the audit trail is signed</source>
        <translation>审计轨迹的链头已签名</translation>
    </message>
    <message>
        <source>Every listed piece of evidence has a hash of the right form</source>
        <translation>所列证据的哈希格式均正确</translation>
    </message>
    <message>
        <source>This is not a sealed report: it does not begin as one.</source>
        <translation>这不是签章报告：文件开头不符。</translation>
    </message>
    <message>
        <source>The file is larger than any report.</source>
        <translation>文件大于任何报告。</translation>
    </message>
    <message>
        <source>Something was added or cut off after it was sealed.</source>
        <translation>签章之后文件被添加或截去了内容。</translation>
    </message>
    <message>
        <source>The file is encrypted: a report never is. A release package is verified with its VERIFY.txt and a PDF reader.</source>
        <translation>文件已加密，而报告从不加密。交付包请用其 VERIFY.txt 和 PDF 阅读器核验。</translation>
    </message>
    <message>
        <source>It was sealed with an authority&apos;s certificate, which must not seal reports.</source>
        <translation>签章所用为机构证书，不得用于签发报告。</translation>
    </message>
    <message>
        <source>It was sealed with another certificate than the one you asked for: %1</source>
        <translation>签章所用证书并非您指定的证书：%1</translation>
    </message>
    <message>
        <source>There are annotations besides the seal.</source>
        <translation>除签章外还有其他批注。</translation>
    </message>
    <message>
        <source>There are %1 signatures instead of one.</source>
        <translation>应有一个签名，实有 %1 个。</translation>
    </message>
    <message>
        <source>The signature says more than it may.</source>
        <translation>签名包含不允许的内容。</translation>
    </message>
    <message>
        <source>The signature is of a kind that is not permitted.</source>
        <translation>签名类型不被允许。</translation>
    </message>
    <message>
        <source>The seal would permit later changes.</source>
        <translation>签章会允许后续更改。</translation>
    </message>
    <message>
        <source>It holds something that acts or hides: %1</source>
        <translation>文件含有可执行或可隐藏的内容：%1</translation>
    </message>
    <message>
        <source>The embedded files are not the report&apos;s data alone.</source>
        <translation>嵌入文件并非仅为报告数据。</translation>
    </message>
    <message>
        <source>The embedded data is not in its one permitted form.</source>
        <translation>嵌入数据不是唯一允许的形式。</translation>
    </message>
    <message>
        <source>The embedded data does not fit the published schema: %1</source>
        <translation>嵌入数据不符合公布的格式：%1</translation>
    </message>
    <message>
        <source>The embedded data does not have the hash that is printed.</source>
        <translation>嵌入数据与所印哈希不符。</translation>
    </message>
    <message>
        <source>The pages show another text than the data vouches for.</source>
        <translation>页面文字与数据所载不符。</translation>
    </message>
    <message>
        <source>The pages do not show a value that they must show: %1</source>
        <translation>页面未显示应显示的值：%1</translation>
    </message>
    <message>
        <source>The report names another certificate than the one that sealed it.</source>
        <translation>报告载明的证书并非签章所用证书。</translation>
    </message>
    <message>
        <source>The head of the audit trail is not signed by the key it names.</source>
        <translation>审计轨迹的链头并非由其所载密钥签名。</translation>
    </message>
    <message>
        <source>A hash is malformed in “%1”.</source>
        <translation>“%1”中有格式错误的哈希。</translation>
    </message>
    <message>
        <source>The signature cannot be read.</source>
        <translation>签名无法读取。</translation>
    </message>
    <message>
        <source>The signature is not in its one permitted form.</source>
        <translation>签名不是唯一允许的形式。</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed.</source>
        <translation>文件在签章后被更改。</translation>
    </message>
    <message>
        <source>The signature was not made with the certificate&apos;s key.</source>
        <translation>签名并非由证书对应的密钥作出。</translation>
    </message>
    <message>
        <source>The certificate was not issued by the authority inside.</source>
        <translation>证书并非由所附机构签发。</translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation>证书无法读取。</translation>
    </message>
    <message>
        <source>Line %1 is not in the form of an exported trail.</source>
        <translation>第 %1 行不符合导出审计轨迹的格式。</translation>
    </message>
    <message>
        <source>There are no entries.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>The numbers do not run on at entry %1.</source>
        <translation>第 %1 条处编号不连续。</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before it.</source>
        <translation>第 %1 条与前一条不衔接。</translation>
    </message>
    <message>
        <source>Entry %1 was changed.</source>
        <translation>第 %1 条被更改。</translation>
    </message>
    <message>
        <source>Entry %1 was not signed by the account it names.</source>
        <translation>第 %1 条并非由其所载账户签名。</translation>
    </message>
    <message>
        <source>Entry %1 names an account whose key is not listed.</source>
        <translation>第 %1 条所载账户的密钥未列出。</translation>
    </message>
    <message>
        <source>The clock went back at entry %1.</source>
        <translation>第 %1 条处时钟倒退。</translation>
    </message>
    <message>
        <source>The first line is not signed by the account that exported the trail.</source>
        <translation>首行并非由导出账户签名。</translation>
    </message>
    <message>
        <source>The head that is stated is not the head of these entries.</source>
        <translation>所载链头并非这些记录的链头。</translation>
    </message>
    <message>
        <source>Gate report</source>
        <translation>关口报告</translation>
    </message>
    <message>
        <source>Periodic report</source>
        <translation>定期报告</translation>
    </message>
    <message>
        <source>Incident report</source>
        <translation>事件报告</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>最终报告</translation>
    </message>
    <message>
        <source>Not checked, because no file can prove it: that the signer is who the certificate says (compare the fingerprint with them by another way), that the laptop&apos;s clock was right, and what recipients did with what they were given.</source>
        <translation>以下未检查，因为任何文件都无法证明：签章人是否确为证书所载之人（请经另一途径与其核对指纹）、电脑时钟是否准确，以及接收人如何处置所得文件。</translation>
    </message>
    <message>
        <source>The certificate is whole, and the one you asked for if you named one</source>
        <translation>证书完整；如已指定证书，则与所指定者一致</translation>
    </message>
    <message>
        <source>The file was changed or damaged: its table of contents does not fit it. %1</source>
        <translation>文件被改动或已损坏：其内部目录与内容不符。%1</translation>
    </message>
    <message>
        <source>There is no signature over the whole file: it is no sealed report, or it was changed.</source>
        <translation>没有覆盖整个文件的签名：它不是签章报告，或已被改动。</translation>
    </message>
    <message>
        <source>The signature was changed, or something was hidden beside it.</source>
        <translation>签名被改动，或其旁隐藏了其他内容。</translation>
    </message>
    <message>
        <source>The signature field is not as a report has it: the file was made or changed by another program.</source>
        <translation>签名域与报告应有的形式不符：文件由其他程序生成或改动过。</translation>
    </message>
    <message>
        <source>The file is damaged or was built to mislead: a part of it cannot be read. %1</source>
        <translation>文件已损坏，或被刻意构造以误导：其中一部分无法读取。%1</translation>
    </message>
    <message>
        <source>The time-stamp cannot be read as a reply of a time-stamping authority.</source>
        <translation>该时间戳文件不是时间戳机构的有效回复。</translation>
    </message>
    <message>
        <source>The authority refused to give a time-stamp.</source>
        <translation>时间戳机构拒绝签发时间戳。</translation>
    </message>
    <message>
        <source>The time-stamp is for another file than this one.</source>
        <translation>该时间戳针对的是另一个文件。</translation>
    </message>
    <message>
        <source>The time-stamp is not signed by the authority it names.</source>
        <translation>该时间戳并非由其所称机构签名。</translation>
    </message>
</context>
<context>
    <name>SignCommand</name>
    <message>
        <source>Sign a measure, a nil return or an exception; withdraw a signature; take a row out with a reason</source>
        <translation>签署措施、零报告或例外；撤回签名；附理由将一项措施设为不适用</translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>Readiness, the 61 measures, the gates, what fails and why</source>
        <translation>就绪度、61 项措施、关口、哪些不成立及原因</translation>
    </message>
    <message>
        <source>Readiness %1 of 100, phase %2, next gate %3%4</source>
        <translation>就绪度 %1/100，阶段 %2，下一关口 %3%4</translation>
    </message>
    <message>
        <source> (capped: a row that blocks it is red)</source>
        <translation>（封顶：有阻碍该关口的措施为红色）</translation>
    </message>
    <message>
        <source>* blocks the next gate</source>
        <translation>* 阻碍下一关口</translation>
    </message>
</context>
<context>
    <name>TraceCommand</name>
    <message>
        <source>Tell which handed-over copy a file is</source>
        <translation>查明文件是哪一份交付副本</translation>
    </message>
    <message>
        <source>%1: %2 (%3), %4 version %5, released on %6, found by %7</source>
        <translation>%1：%2（%3），%4 第 %5 版，交付于%6，依据：%7</translation>
    </message>
    <message>
        <source>No copy that was handed over from this vault is known to be this file.</source>
        <translation>本保密库交付的副本中没有与此文件相符的。</translation>
    </message>
</context>
<context>
    <name>VaultCommand</name>
    <message>
        <source>Passphrase of the owner</source>
        <translation>所有者的口令</translation>
    </message>
    <message>
        <source>Recovery key; print it, keep it away from this computer, it is not shown again:</source>
        <translation>恢复密钥；请打印并与本机分开保管，不再显示：</translation>
    </message>
    <message>
        <source>Sound: %1 entries of the trail and %2 rows agree.</source>
        <translation>完好：轨迹 %1 条与 %2 行一致。</translation>
    </message>
    <message>
        <source>Make a vault, look at it, check it, back it up, restore it</source>
        <translation>创建、查看、检查、备份、恢复保密库</translation>
    </message>
    <message>
        <source>Trial restore passed: %1 entries of the trail, %2 rows, %3 documents read back.</source>
        <translation>试恢复通过：审计轨迹 %1 条、数据 %2 行，读回文件 %3 份。</translation>
    </message>
    <message>
        <source>Restored. Unlock it and run “vault check” before you go on.</source>
        <translation>已恢复。继续之前请先解锁并运行“vault check”。</translation>
    </message>
    <message>
        <source>The vault is as it was before the exchange of keys. Unlock it and revoke the account again.</source>
        <translation>保密库已回到更换密钥之前的状态。请解锁后重新撤销该账户。</translation>
    </message>
</context>
<context>
    <name>VersionText</name>
    <message>
        <source>Version %1 · %2</source>
        <translation>第 %1 版 · %2</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
</context>
<context>
    <name>dw</name>
    <message>
        <source>Approve as the second person</source>
        <translation>作为第二人批准</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>The grant was not approved</source>
        <translation>授权未能批准</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>仍有必要</translation>
    </message>
    <message>
        <source>The review was not recorded</source>
        <translation>复核未能登记</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Approve this exception</source>
        <translation>批准此例外</translation>
    </message>
    <message>
        <source>You sign that the compensating control suffices until the date given.</source>
        <translation>您签署确认：在所载日期之前，补偿措施足以应对。</translation>
    </message>
    <message>
        <source>The exception was not approved</source>
        <translation>例外未能批准</translation>
    </message>
    <message>
        <source>The ledger was not changed</source>
        <translation>台账未更改</translation>
    </message>
    <message>
        <source>Record the receipt…</source>
        <translation>登记签收…</translation>
    </message>
    <message>
        <source>Returned…</source>
        <translation>已返还…</translation>
    </message>
    <message>
        <source>Destroyed…</source>
        <translation>已销毁…</translation>
    </message>
    <message>
        <source>Lost…</source>
        <translation>遗失…</translation>
    </message>
    <message>
        <source>This copy is lost</source>
        <translation>此副本已遗失</translation>
    </message>
    <message>
        <source>An incident is opened and its clocks start now. Say what is known.</source>
        <translation>将立案为事件，并即刻开始计时。请说明已知情况。</translation>
    </message>
    <message>
        <source>Record the loss</source>
        <translation>登记遗失</translation>
    </message>
    <message>
        <source>Chased…</source>
        <translation>已催收…</translation>
    </message>
    <message>
        <source>The receipt was asked for again</source>
        <translation>已再次催要签收</translation>
    </message>
    <message>
        <source>Say whom you reached, how, and what was answered.</source>
        <translation>写明联系了谁、以何方式、对方如何答复。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>It is shown this once. Print it or copy it by hand, keep it away from this computer, and destroy the former sheet: it opens nothing any more.</source>
        <translation>仅显示这一次。请打印或手抄，与本机分开保管，并销毁旧的恢复单：它已不能打开任何内容。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>I keep the new sheet</source>
        <translation>我已妥善保管新的恢复单</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Make a new recovery key</source>
        <translation>生成新的恢复密钥</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>No new recovery key was made</source>
        <translation>未生成新的恢复密钥</translation>
    </message>
    <message>
        <source>Open the text…</source>
        <translation>打开内容…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>It was not taken back</source>
        <translation>未能撤回</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>查看文件…</translation>
    </message>
</context>
<context>
    <name>dw::AccountDialog</name>
    <message>
        <source>New account</source>
        <translation>新建账户</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账户名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Reads up to level</source>
        <translation>可读最高级别</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>对应人员</translation>
    </message>
    <message>
        <source>YYYY-MM-DD; auditors must have an end</source>
        <translation>YYYY-MM-DD；审计员必须设有截止日</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>First passphrase</source>
        <translation>初始口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation>请填写账户名。</translation>
    </message>
    <message>
        <source>Type the present passphrase.</source>
        <translation>请输入当前口令。</translation>
    </message>
    <message>
        <source>The passphrase is not strong enough yet.</source>
        <translation>口令强度还不够。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Change an account</source>
        <translation>更改账户</translation>
    </message>
    <message>
        <source>Write the date as YYYY-MM-DD.</source>
        <translation>日期请写作 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>Without one here, the new passphrase alone will do.</source>
        <translation>此处不选则今后只需新口令。</translation>
    </message>
    <message>
        <source>Choose the present key file.</source>
        <translation>请选择当前的密钥文件。</translation>
    </message>
</context>
<context>
    <name>dw::AssetBar</name>
    <message>
        <source>Decide this level (key %1)</source>
        <translation>决定为此级别（按键 %1）</translation>
    </message>
    <message>
        <source>Decide level %1</source>
        <translation>决定为 %1 级</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Whoever decided the level cannot review it.</source>
        <translation>决定级别的人不能复核。</translation>
    </message>
    <message>
        <source>Agree with the decided level</source>
        <translation>同意所定级别</translation>
    </message>
    <message>
        <source>Choose a data asset to decide its level.</source>
        <translation>选择一项数据资产以决定其级别。</translation>
    </message>
    <message>
        <source>Proposed: %1, because: %2.</source>
        <translation>建议：%1，原因：%2。</translation>
    </message>
    <message>
        <source>Nobody has decided yet: press 1 to 4, Return for the next.</source>
        <translation>尚无人决定：按 1 至 4 决定，回车转到下一项。</translation>
    </message>
    <message>
        <source>Decided lower: %1. The records stay where they are until somebody else agrees.</source>
        <translation>决定调低：%1。在另一人同意之前，记录留在原处。</translation>
    </message>
    <message>
        <source>Decided: %1.</source>
        <translation>已决定：%1。</translation>
    </message>
    <message>
        <source>Below the proposed level</source>
        <translation>低于建议级别</translation>
    </message>
    <message>
        <source>The rules propose %1. Say why %2 is enough; somebody else with an account must agree before the records move.</source>
        <translation>规则建议 %1。请说明为何 %2 已足够；须由另一账户同意，记录才会移动。</translation>
    </message>
    <message>
        <source>Decide %1</source>
        <translation>决定为 %1</translation>
    </message>
    <message>
        <source>The level was not changed</source>
        <translation>级别未更改</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>未复核</translation>
    </message>
</context>
<context>
    <name>dw::CalendarPage</name>
    <message>
        <source>Export reminders…</source>
        <translation>导出提醒…</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Next 30 days</source>
        <translation>未来 30 天</translation>
    </message>
    <message>
        <source>Next 90 days</source>
        <translation>未来 90 天</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>未来一年</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Dates that fall due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>No date falls due in this span. Dates of NDAs, grants, checks, reviews and copies appear here.</source>
        <translation>此期间没有到期事项。保密协议、授权、核查、复核与副本的日期会显示在这里。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>已逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dates ahead, %2 late.</source>
        <translation>未来 %1 项，逾期 %2 项。</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) ahead, none late.</source>
        <translation>
            <numerusform>未来 %n 项，无逾期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to export.</source>
        <translation>没有可导出的内容。</translation>
    </message>
    <message>
        <source>Export reminders</source>
        <translation>导出提醒</translation>
    </message>
    <message>
        <source>Deal reminder</source>
        <translation>项目提醒</translation>
    </message>
    <message>
        <source>The reminders were not exported</source>
        <translation>提醒未能导出</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n reminder(s) with neutral titles.</source>
        <translation>
            <numerusform>已导出 %n 条提醒，标题均为中性文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
</context>
<context>
    <name>dw::ClientImportDialog</name>
    <message>
        <source>Import a client list</source>
        <translation>导入客户名单</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销此次导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Data asset</source>
        <translation>数据资产</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>First cells</source>
        <translation>开头几格</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>名单的列</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>内容与位置</translation>
    </message>
    <message>
        <source>Rows that need attention</source>
        <translation>需要处理的行</translation>
    </message>
    <message>
        <source>Choose a CSV or an XLSX file. UTF-8, UTF-16 and GB18030 (GBK) are recognised. The file itself is not kept, and nothing is written before you have seen what would happen.</source>
        <translation>请选择 CSV 或 XLSX 文件，可识别 UTF-8、UTF-16 与 GB18030 (GBK)。不保存文件本身；看到结果之前不写入任何内容。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Check all rows</source>
        <translation>检查所有行</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Choose a client list</source>
        <translation>选择客户名单</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1（隐藏）</translation>
    </message>
    <message>
        <source>New data asset: %1</source>
        <translation>新数据资产：%1</translation>
    </message>
    <message>
        <source>Client list</source>
        <translation>客户名单</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>%1 的含义</translation>
    </message>
    <message>
        <source>%1: what does each column mean? What is proposed comes from headings and contents, or from your last import of such a list.</source>
        <translation>%1：每一列是什么？建议来自标题与内容，或您上次导入此类名单的选择。</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>已撤回此次导入。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Kept at %1. Proposed level: %2, because: %3.</source>
        <translation>保存于 %1。建议级别：%2，原因：%3。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>dw::ClientList</name>
    <message>
        <source>Search clients</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>Show only this data asset</source>
        <translation>只显示此数据资产</translation>
    </message>
    <message>
        <source>Show only this level</source>
        <translation>只显示此级别</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>All data assets</source>
        <translation>全部数据资产</translation>
    </message>
    <message>
        <source>The client list of the deal: who the clients are, how to reach them, what they pay. It is also what the finder looks for in documents.</source>
        <translation>项目的客户名单：客户是谁、如何联系、支付多少。它也是在文件中查找的依据。</translation>
    </message>
    <message>
        <source>Import a client list…</source>
        <translation>导入客户名单…</translation>
    </message>
    <message>
        <source>No client matches.</source>
        <translation>没有符合的客户。</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 位客户</translation>
    </message>
    <message>
        <source>%1 of %2 clients</source>
        <translation>%2 位客户中 %1 位</translation>
    </message>
</context>
<context>
    <name>dw::ClientListModel</name>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Row in the list</source>
        <translation>名单中的行</translation>
    </message>
</context>
<context>
    <name>dw::ClientsPage</name>
    <message>
        <source>Lists of this page</source>
        <translation>本页列表</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Undo the chosen import…</source>
        <translation>撤销所选导入…</translation>
    </message>
    <message>
        <source>Export data assets as CSV…</source>
        <translation>将数据资产导出为 CSV…</translation>
    </message>
    <message>
        <source>New data asset</source>
        <translation>新建数据资产</translation>
    </message>
    <message>
        <source>Import a client list…</source>
        <translation>导入客户名单…</translation>
    </message>
    <message>
        <source>Your role does not change client data.</source>
        <translation>您的角色不能更改客户数据。</translation>
    </message>
    <message>
        <source>Every body of client data and its level: proposed by rules, decided by a person, reviewed by another.</source>
        <translation>每一批客户数据及其级别：规则建议，一人决定，另一人复核。</translation>
    </message>
    <message>
        <source>Who the clients are. Each record is kept in the file of its level; other accounts cannot read it.</source>
        <translation>客户是谁。每条记录保存在其级别的文件中，其他账户无法读取。</translation>
    </message>
    <message>
        <source>Row %1 of the imported list</source>
        <translation>导入名单的第 %1 行</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Choose the import to take back, then undo it.</source>
        <translation>请先选择要撤回的导入，再撤销。</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销此次导入</translation>
    </message>
    <message>
        <source>All rows of this import go out of sight. The import itself stays in the history.</source>
        <translation>此次导入的所有行不再可见；导入本身保留在历史中。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation>未撤销</translation>
    </message>
</context>
<context>
    <name>dw::CommandPalette</name>
    <message>
        <source>Go to a page, run a command, find a record</source>
        <translation>转到页面、执行命令、查找记录</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>dw::CompareWindow</name>
    <message>
        <source>Preview as redacted</source>
        <translation>遮盖预览</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>版本比对</translation>
    </message>
    <message>
        <source>Redacting in memory…</source>
        <translation>正在内存中遮盖…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>无法预览</translation>
    </message>
    <message>
        <source>Cannot be compared</source>
        <translation>无法比对</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未比对</translation>
    </message>
    <message>
        <source>No difference outside the marks</source>
        <translation>标记之外没有差异</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) differ</source>
        <translation>
            <numerusform>%n 页有差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) not measured</source>
        <translation>
            <numerusform>%n 页未比对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) drawn and compared.</source>
        <translation>
            <numerusform>已绘制并比对 %n 页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed mark(s) are not in this preview.</source>
        <translation>
            <numerusform>有 %n 处建议标记未计入本预览。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines with marks are set anew, so that a gap does not show how long the text was; they count as marked.</source>
        <translation>含标记的行已重新排版，使空隙不透露原文长度；这些行按已标记计。</translation>
    </message>
    <message>
        <source>became a picture; nothing else differs</source>
        <translation>已转为图像，其余无差异</translation>
    </message>
    <message>
        <source>only the marks differ</source>
        <translation>仅标记处不同</translation>
    </message>
    <message numerus="yes">
        <source>became a picture; differs in %n place(s)</source>
        <translation>
            <numerusform>已转为图像，%n 处不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differs in %n place(s)</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>has another size</source>
        <translation>页面尺寸不同</translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation>仅左侧有</translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation>仅右侧有</translation>
    </message>
    <message>
        <source>not measured: %1</source>
        <translation>未比对：%1</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source>Pages with changes</source>
        <translation>有变化的页面</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>B: gaps do not show what fits</source>
        <translation>B：空隙不透露长度</translation>
    </message>
    <message>
        <source>A: everything else stays in place</source>
        <translation>A：其余位置不变</translation>
    </message>
    <message>
        <source>C: whole lines</source>
        <translation>C：整行</translation>
    </message>
    <message>
        <source>Way of redacting</source>
        <translation>遮盖方式</translation>
    </message>
    <message>
        <source>Only the redacted pages</source>
        <translation>只看遮盖后的页面</translation>
    </message>
    <message>
        <source>Only the right side</source>
        <translation>只看右侧</translation>
    </message>
    <message>
        <source>N and P go to the next and the previous difference.</source>
        <translation>按 N、P 键跳到下一处、上一处差异。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Previous difference (P)</source>
        <translation>上一处差异 (P)</translation>
    </message>
    <message>
        <source>Next difference (N)</source>
        <translation>下一处差异 (N)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>适合宽度 (0)</translation>
    </message>
</context>
<context>
    <name>dw::ConcernDialog</name>
    <message>
        <source>Report a concern</source>
        <translation>提交举报</translation>
    </message>
    <message>
        <source>Your text is sealed with the receiver&apos;s key. Nobody else can open it, not even the owner of the vault; others see that a report came and how far it is.</source>
        <translation>内容以受理人的密钥加密，其他人包括保密库所有者都无法打开；他人只能看到收到了一件举报及其进展。</translation>
    </message>
    <message>
        <source>The audit trail names your account. To stay unnamed, use a letter or another published channel.</source>
        <translation>审计轨迹会记录您的账户。如需匿名，请使用信件或其他已公布的通道。</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What happened, when, who was there, what shows it</source>
        <translation>事情经过、时间、在场人员、佐证</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>举报内容</translation>
    </message>
    <message>
        <source>Nobody can receive it yet: no compliance officer and no receiver of a published channel has an account.</source>
        <translation>尚无人可以受理：合规负责人与已公布通道的受理人均没有账户。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seal and file it</source>
        <translation>加密并提交</translation>
    </message>
</context>
<context>
    <name>dw::ControlsPage</name>
    <message>
        <source>Back up now…</source>
        <translation>立即备份…</translation>
    </message>
    <message>
        <source>Try out a backup…</source>
        <translation>试恢复备份…</translation>
    </message>
    <message>
        <source>Where the backup is to be written</source>
        <translation>备份存放到哪里</translation>
    </message>
    <message>
        <source>No backup was made</source>
        <translation>未制作备份</translation>
    </message>
    <message numerus="yes">
        <source>Backed up and verified: %n file(s).</source>
        <translation>
            <numerusform>已备份并验证：%n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup to try out (a folder that ends in .dealbackup)</source>
        <translation>要试恢复的备份（以 .dealbackup 结尾的文件夹）</translation>
    </message>
    <message>
        <source>The backup could not be restored</source>
        <translation>备份无法恢复</translation>
    </message>
    <message>
        <source>The backup can be restored</source>
        <translation>备份可以恢复</translation>
    </message>
    <message>
        <source>%1 entries of the trail, %2 rows and %3 documents were read back and compared.</source>
        <translation>已读回并比对审计轨迹 %1 条、数据 %2 行、文件 %3 份。</translation>
    </message>
</context>
<context>
    <name>dw::CopyDialog</name>
    <message>
        <source>On which day *</source>
        <translation>日期 *</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Certificate (from the evidence) *</source>
        <translation>证明（选自证据） *</translation>
    </message>
    <message>
        <source>Receipt (from the evidence)</source>
        <translation>签收凭证（选自证据）</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write the date as YYYY-MM-DD.</source>
        <translation>日期请写成 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>Choose the certificate; files are added on the page Report, list Evidence.</source>
        <translation>请选择证明文件；文件在“报告”页的“证据”列表中添加。</translation>
    </message>
</context>
<context>
    <name>dw::CreateWizard</name>
    <message>
        <source>Name of the vault</source>
        <translation>保密库名称</translation>
    </message>
    <message>
        <source>A word that does not hint at the parties; others may see it as a folder name.</source>
        <translation>请用不暗示交易各方的词；他人可能看到它作为文件夹名。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Your account name</source>
        <translation>您的账户名</translation>
    </message>
    <message>
        <source>Typed at every unlock. You become the owner of the vault.</source>
        <translation>每次解锁时输入。您将成为保密库的所有者。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Where the vault is to be</source>
        <translation>保密库的位置</translation>
    </message>
    <message>
        <source>A new vault</source>
        <translation>新建保密库</translation>
    </message>
    <message>
        <source>One vault holds one deal, encrypted on this computer. Nobody can recover it without a passphrase or the recovery sheet.</source>
        <translation>一个保密库对应一个项目，在本机加密保存。没有口令或恢复单，任何人都无法打开。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>I have printed this sheet or copied it by hand, and keep it apart from this computer</source>
        <translation>我已打印或手抄此恢复单，并与本机分开保管</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>It opens the vault when every passphrase is lost. It is shown only now, and it is stored nowhere.</source>
        <translation>所有口令都遗失时可用它打开保密库。仅此刻显示，任何地方都不保存。</translation>
    </message>
    <message>
        <source>Code name</source>
        <translation>项目代号</translation>
    </message>
    <message>
        <source>Shown everywhere instead of the true name; it must not hint at the parties.</source>
        <translation>处处显示代号而非真实名称；不得暗示交易各方。</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>交易方式</translation>
    </message>
    <message>
        <source>Share transfer</source>
        <translation>股权转让</translation>
    </message>
    <message>
        <source>Asset deal</source>
        <translation>资产转让</translation>
    </message>
    <message>
        <source>Merger or division</source>
        <translation>合并或分立</translation>
    </message>
    <message>
        <source>Capital increase</source>
        <translation>增资</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>转让缘由</translation>
    </message>
    <message>
        <source>Why the shares or assets are transferred. It can be filled in later.</source>
        <translation>为何转让股权或资产；可以以后再填。</translation>
    </message>
    <message>
        <source>The deal</source>
        <translation>交易项目</translation>
    </message>
    <message>
        <source>Two answers now; the rest whenever it is known.</source>
        <translation>现在只需两项，其余知道时再填。</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1：起</translation>
    </message>
    <message>
        <source>%1: until</source>
        <translation>%1：止</translation>
    </message>
    <message>
        <source>Five phases</source>
        <translation>五个阶段</translation>
    </message>
    <message>
        <source>A plan, not a promise: the dates can move. Each phase is left by a gate.</source>
        <translation>这是计划，不是承诺：日期可以调整。每个阶段须经关口方可结束。</translation>
    </message>
    <message>
        <source>Company whose clients are protected</source>
        <translation>客户信息受保护的公司</translation>
    </message>
    <message>
        <source>Deal manager</source>
        <translation>交易负责人</translation>
    </message>
    <message>
        <source>Compliance officer</source>
        <translation>合规负责人</translation>
    </message>
    <message>
        <source>Signs gates and exceptions; must be somebody else. Their own account is added in Settings.</source>
        <translation>负责签署关口与例外，必须由另一人担任。其账户在“设置”中添加。</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Two people carry the deal. Everybody else is added on the page People and access.</source>
        <translation>项目由两人牵头，其他人员在“人员与授权”页添加。</translation>
    </message>
    <message>
        <source>A listed company is involved</source>
        <translation>涉及上市公司</translation>
    </message>
    <message>
        <source>Insider lists and disclosure duties apply.</source>
        <translation>适用内幕信息知情人登记与披露义务。</translation>
    </message>
    <message>
        <source>Data crosses a border</source>
        <translation>涉及数据出境</translation>
    </message>
    <message>
        <source>PIPL 38-39: an opinion of counsel is needed before such a release.</source>
        <translation>个人信息保护法第 38-39 条：此类交付前须有法律意见。</translation>
    </message>
    <message>
        <source>A bidder is a competitor</source>
        <translation>竞买方为竞争对手</translation>
    </message>
    <message>
        <source>Competitively sensitive data goes only to a clean team.</source>
        <translation>竞争敏感数据只交给清洁团队。</translation>
    </message>
    <message>
        <source>Sensitive personal information is involved</source>
        <translation>涉及敏感个人信息</translation>
    </message>
    <message>
        <source>PIPL 28: such data is level 3 at least.</source>
        <translation>个人信息保护法第 28 条：此类数据至少为 3 级。</translation>
    </message>
    <message>
        <source>An asset deal, the fifth trigger, follows from the structure you chose.</source>
        <translation>第五个触发条件“资产转让”由您选择的交易方式决定。</translation>
    </message>
    <message>
        <source>Five triggers</source>
        <translation>五个触发条件</translation>
    </message>
    <message>
        <source>They switch measures and legal defaults on. Change them later on the page Deal.</source>
        <translation>它们启用相应的措施与法律默认值；以后可在“交易项目”页修改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The vault needs a name.</source>
        <translation>请填写保密库名称。</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>请选择已存在的文件夹。</translation>
    </message>
    <message>
        <source>Your account needs a name.</source>
        <translation>请填写您的账户名。</translation>
    </message>
    <message>
        <source>The passphrase is not strong enough yet.</source>
        <translation>口令强度还不够。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Confirm that the sheet is kept: it is shown only now.</source>
        <translation>请确认已保管恢复单：仅此刻显示。</translation>
    </message>
    <message>
        <source>The deal needs a code name.</source>
        <translation>请填写项目代号。</translation>
    </message>
    <message>
        <source>Write dates as YYYY-MM-DD.</source>
        <translation>日期请写成 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>Name the company, the deal manager and the compliance officer.</source>
        <translation>请填写公司、交易负责人与合规负责人。</translation>
    </message>
    <message>
        <source>The compliance officer must be somebody else than the deal manager.</source>
        <translation>合规负责人不得与交易负责人为同一人。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Create the vault</source>
        <translation>创建保密库</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>This folder is copied by a synchronisation program (%1). Two copies from different moments do not fit together: choose a folder that stays on this computer.</source>
        <translation>此文件夹由同步程序（%1）复制。不同时刻的两份副本无法拼合：请选择只留在本机的文件夹。</translation>
    </message>
</context>
<context>
    <name>dw::DashboardPage</name>
    <message>
        <source>This vault holds no deal yet. Enter its code name and structure first.</source>
        <translation>此保密库还没有项目。请先填写代号与交易方式。</translation>
    </message>
    <message>
        <source>Enter the deal</source>
        <translation>填写项目</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>What costs most</source>
        <translation>失分最多</translation>
    </message>
    <message>
        <source>Blocks the gate</source>
        <translation>阻碍关口</translation>
    </message>
    <message>
        <source>Next five things</source>
        <translation>接下来五件事</translation>
    </message>
    <message>
        <source>Expiring in 30 days</source>
        <translation>30 天内到期</translation>
    </message>
    <message>
        <source>Releases by level</source>
        <translation>按级别的交付</translation>
    </message>
    <message>
        <source>All releases</source>
        <translation>全部交付</translation>
    </message>
    <message>
        <source>Work on the gate</source>
        <translation>处理关口</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>暂无内容。</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Phase %1 of 5: %2. The next gate is %3.</source>
        <translation>第 %1 阶段，共 5 个：%2。下一关口为 %3。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Held at 79 at most while a row that blocks the gate is red (%1 without that).</source>
        <translation>有阻碍关口的措施为红色时，最高只计 79（否则为 %1）。</translation>
    </message>
    <message numerus="yes">
        <source>of %n applicable row(s) up to the open gate</source>
        <translation>
            <numerusform>截至当前关口适用 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>Nothing costs readiness at the moment.</source>
        <translation>目前没有失分项。</translation>
    </message>
    <message>
        <source>Blocks %1 (%2)</source>
        <translation>阻碍 %1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is in the way. A compliance officer can sign the gate.</source>
        <translation>没有阻碍。合规负责人可以签署关口。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to mend</source>
        <translation>
            <numerusform>%n 条待修正</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>没有待办。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>已逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Expiring in 30 days (%1)</source>
        <translation>30 天内到期（%1）</translation>
    </message>
    <message>
        <source>Nothing runs out soon.</source>
        <translation>近期没有到期。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) due back</source>
        <translation>
            <numerusform>%n 份副本待返还</numerusform>
        </translation>
    </message>
    <message>
        <source>No copy is due back.</source>
        <translation>没有待返还的副本。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>dw::DealPage</name>
    <message>
        <source>Lock purpose and scope…</source>
        <translation>锁定缘由与范围…</translation>
    </message>
    <message>
        <source>No deal yet. Enter its code name and structure.</source>
        <translation>还没有项目。请填写代号与交易方式。</translation>
    </message>
    <message>
        <source>Phase %1. %2</source>
        <translation>阶段：%1。%2</translation>
    </message>
    <message>
        <source>Scope locked as version %1.</source>
        <translation>范围已锁定为第 %1 版。</translation>
    </message>
    <message>
        <source>The scope is not locked yet.</source>
        <translation>范围尚未锁定。</translation>
    </message>
    <message>
        <source>Lock purpose and scope</source>
        <translation>锁定缘由与范围</translation>
    </message>
    <message>
        <source>The present text becomes the next version. Editing it later unlocks it, and the checks that rest on it say so.</source>
        <translation>当前文字成为下一版。以后修改会解除锁定，相关检查项会指出。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>The scope was not locked</source>
        <translation>范围未能锁定</translation>
    </message>
</context>
<context>
    <name>dw::DetailPane</name>
    <message>
        <source>Hide the details</source>
        <translation>隐藏详情</translation>
    </message>
</context>
<context>
    <name>dw::DocumentCanvas</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page %1 …</source>
        <translation>第 %1 页…</translation>
    </message>
    <message>
        <source>Page %1 cannot be shown.</source>
        <translation>第 %1 页无法显示。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>dw::DocumentLevelDialog</name>
    <message>
        <source>Level of the document</source>
        <translation>文件级别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Reason (needed below the proposed level)</source>
        <translation>理由（低于建议级别时必填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>It is kept at %1.</source>
        <translation>目前保存在 %1。</translation>
    </message>
    <message>
        <source>Its findings speak for %1:</source>
        <translation>其发现项对应 %1：</translation>
    </message>
    <message>
        <source>nothing was found that asks for more</source>
        <translation>没有发现需要更高级别的内容</translation>
    </message>
    <message>
        <source>It was never searched, so nothing is proposed.</source>
        <translation>从未搜索，因此没有建议。</translation>
    </message>
    <message>
        <source>Another level moves all its versions, marks and findings under the keys of that level.</source>
        <translation>更改级别会把所有版本、标记和发现项移到该级别的密钥之下。</translation>
    </message>
</context>
<context>
    <name>dw::DocumentWindow</name>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Version %1 · %2 pages · %3 marks · %4 open findings</source>
        <translation>版本 %1 · %2 页 · %3 处遮盖标记 · %4 个未决发现项</translation>
    </message>
    <message>
        <source>This version has no verification.</source>
        <translation>此版本尚无验证。</translation>
    </message>
    <message>
        <source>Verified: %1 words and every touched stream are nowhere in this file.
Readers: %2
SHA-256 %3</source>
        <translation>已验证：%1 个词语及所有被改动的数据流在此文件中均已不存在。
读取引擎：%2
SHA-256 %3</translation>
    </message>
    <message>
        <source>The last redaction could not be proven and was not kept.
Reason: %1</source>
        <translation>上次遮盖无法证明干净，结果未保留。
原因：%1</translation>
    </message>
    <message>
        <source>Redacting and verifying…</source>
        <translation>正在遮盖并验证…</translation>
    </message>
    <message>
        <source>No redacted version was made</source>
        <translation>未生成遮盖版本</translation>
    </message>
    <message>
        <source>Word or name to mark</source>
        <translation>要标记的词语或名称</translation>
    </message>
    <message>
        <source>Inside words too</source>
        <translation>包括词中的部分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>遮盖理由</translation>
    </message>
    <message>
        <source>Mark all</source>
        <translation>全部标记</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redact and verify</source>
        <translation>遮盖并验证</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>遮盖标记</translation>
    </message>
    <message>
        <source>Remove the chosen mark</source>
        <translation>移除所选标记</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Searching for client information…</source>
        <translation>正在检索客户信息…</translation>
    </message>
    <message>
        <source>The search did not finish</source>
        <translation>查找未完成</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Request review</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>The review was not requested</source>
        <translation>未能申请复核</translation>
    </message>
    <message>
        <source>Approve this version</source>
        <translation>批准此版本</translation>
    </message>
    <message>
        <source>You confirm that you looked at exactly this file; the approval is bound to its hash.</source>
        <translation>您确认查看的正是此文件；批准与其哈希绑定。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>It was not approved</source>
        <translation>未能批准</translation>
    </message>
    <message>
        <source>Return this version</source>
        <translation>退回此版本</translation>
    </message>
    <message>
        <source>The preparer reads what is to be changed.</source>
        <translation>制作人会看到需要修改之处。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>It was not returned</source>
        <translation>未能退回</translation>
    </message>
    <message>
        <source>Text of level 3 and above is not copied: it leaves the vault by a release or an export only.</source>
        <translation>3 级及以上的文字不可复制：只能通过交付或导出离开保密库。</translation>
    </message>
    <message>
        <source>These pages became pictures:</source>
        <translation>以下页面已变成图片：</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>发现项（%1）</translation>
    </message>
    <message>
        <source>You looked at what was not searched</source>
        <translation>已查看未搜索的部分</translation>
    </message>
    <message>
        <source>You confirm that you looked at these parts yourself and marked what must not be seen. Say what you saw there; the note goes into the audit trail, so name no client.</source>
        <translation>您确认已亲自查看这些部分，并标记了不得外露的内容。请写明看到了什么；该说明会写入审计记录，请勿提及客户名称。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>It was not recorded</source>
        <translation>未能记录</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>What a reader would see, with the marks so far; nothing is kept</source>
        <translation>按目前的标记，读者将看到的样子；不保存任何内容</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>dw::DocumentsPage</name>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message numerus="yes">
        <source>Newest version %1 (%2), %n page(s), %3 open findings</source>
        <translation>
            <numerusform>最新版本 %1（%2），%n 页，未决发现项 %3 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Request review</source>
        <translation>申请复核</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>交付…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search did not finish</source>
        <translation>查找未完成</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with client information found.</source>
        <translation>
            <numerusform>发现 %n 处客户信息。</numerusform>
        </translation>
    </message>
    <message>
        <source>No redacted version was made</source>
        <translation>未生成遮盖版本</translation>
    </message>
    <message>
        <source>Redacted and verified: version %1.</source>
        <translation>已遮盖并验证：版本 %1。</translation>
    </message>
    <message>
        <source>The review was not requested</source>
        <translation>未能申请复核</translation>
    </message>
    <message>
        <source>Approve this version</source>
        <translation>批准此版本</translation>
    </message>
    <message>
        <source>You confirm that you looked at exactly this file; the approval is bound to its hash.</source>
        <translation>您确认查看的正是此文件；批准与其哈希绑定。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>It was not approved</source>
        <translation>未能批准</translation>
    </message>
    <message>
        <source>Return this version</source>
        <translation>退回此版本</translation>
    </message>
    <message>
        <source>The preparer reads what is to be changed.</source>
        <translation>制作人会看到需要修改之处。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>It was not returned</source>
        <translation>未能退回</translation>
    </message>
    <message>
        <source>View and mark…</source>
        <translation>查看并标记…</translation>
    </message>
    <message>
        <source>Search a folder…</source>
        <translation>搜索文件夹…</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation>搜索文件夹</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>搜索全部文件</translation>
    </message>
    <message>
        <source>All documents are being searched.</source>
        <translation>正在搜索全部文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) searched.</source>
        <translation>
            <numerusform>已搜索 %n 份文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be searched completely: see Findings.</source>
        <translation>
            <numerusform>其中 %n 份未能完整搜索，请查看发现项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not searched: %1.</source>
        <translation>未搜索：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 documents, %2 versions; %3 in review, %4 with open findings, %5 not searched completely. Drop files here to import them.</source>
        <translation>%1 份文件，%2 个版本；%3 个复核中，%4 个有未处理发现项，%5 个未完整搜索。可将文件拖到此处导入。</translation>
    </message>
    <message>
        <source>never searched completely</source>
        <translation>从未完整搜索</translation>
    </message>
    <message>
        <source>Findings…</source>
        <translation>发现项…</translation>
    </message>
    <message>
        <source>Decide the level…</source>
        <translation>决定级别…</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with client information found, but parts could not be searched: see Findings.</source>
        <translation>
            <numerusform>发现 %n 处客户信息，但有部分内容无法搜索，请查看发现项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ExportDialog</name>
    <message>
        <source>Export without a release</source>
        <translation>不经交付而导出</translation>
    </message>
    <message>
        <source>The plain file leaves the vault: no package, no watermark, no ledger. The export is written to the audit trail before the file is.</source>
        <translation>明文文件离开保密库：没有封装、水印和台账。写出文件之前先写入审计轨迹。</translation>
    </message>
    <message>
        <source>Reason *</source>
        <translation>理由 *</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Your passphrase again</source>
        <translation>再次输入您的口令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the file</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Exported and logged.</source>
        <translation>已导出并记录。</translation>
    </message>
</context>
<context>
    <name>dw::FileDialog</name>
    <message>
        <source>Parent folder</source>
        <translation>上级文件夹</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>主文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose this folder</source>
        <translation>选择此文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>A file with this name is there already. Choose another name.</source>
        <translation>已有同名文件，请换一个名称。</translation>
    </message>
</context>
<context>
    <name>dw::FindingModel</name>
    <message>
        <source>Possible (typo or OCR): %1</source>
        <translation>可能（笔误或识别错误）：%1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 项内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>No client information</source>
        <translation>不是客户信息</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
</context>
<context>
    <name>dw::FindingPanel</name>
    <message>
        <source>Which findings are shown</source>
        <translation>显示哪些发现项</translation>
    </message>
    <message>
        <source>I looked at these parts myself…</source>
        <translation>我已亲自查看这些部分…</translation>
    </message>
    <message>
        <source>Findings by type and value</source>
        <translation>按类型与内容列出的发现项</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Mark it for redaction (A)</source>
        <translation>标记为遮盖（A）</translation>
    </message>
    <message>
        <source>All of this value</source>
        <translation>该内容全部</translation>
    </message>
    <message>
        <source>Mark every place of this value (V)</source>
        <translation>标记该内容的全部位置（V）</translation>
    </message>
    <message>
        <source>All of this type</source>
        <translation>该类型全部</translation>
    </message>
    <message>
        <source>Mark everything of this type that is shown (T)</source>
        <translation>标记所列该类型的全部内容（T）</translation>
    </message>
    <message>
        <source>No client information</source>
        <translation>不是客户信息</translation>
    </message>
    <message>
        <source>This value is no client information, here and in every other document of the deal (F)</source>
        <translation>该内容不是客户信息，对本文件和本交易的其他文件都有效（F）</translation>
    </message>
    <message>
        <source>It stays, by decision</source>
        <translation>经决定保留</translation>
    </message>
    <message>
        <source>It is client information and may stay in this document (S)</source>
        <translation>是客户信息，可留在本文件中（S）</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>重新决定</translation>
    </message>
    <message>
        <source>Take the decision back (O)</source>
        <translation>收回决定（O）</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>To decide (%1)</source>
        <translation>待决定（%1）</translation>
    </message>
    <message>
        <source>Marked (%1)</source>
        <translation>已标记（%1）</translation>
    </message>
    <message>
        <source>Dismissed or stays (%1)</source>
        <translation>已排除或保留（%1）</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>全部（%1）</translation>
    </message>
    <message>
        <source>Never searched</source>
        <translation>从未搜索</translation>
    </message>
    <message>
        <source>Searched for names only</source>
        <translation>仅搜索过名称</translation>
    </message>
    <message>
        <source>Searched completely</source>
        <translation>已完整搜索</translation>
    </message>
    <message>
        <source>Searched in part</source>
        <translation>仅部分搜索</translation>
    </message>
    <message numerus="yes">
        <source>And %n more of these.</source>
        <translation>
            <numerusform>另有 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody looked at these parts on %1.</source>
        <translation>已有人于 %1 查看这些部分。</translation>
    </message>
    <message>
        <source>Search now</source>
        <translation>立即搜索</translation>
    </message>
    <message>
        <source>This version was never searched for client information. Nothing is known about what it holds.</source>
        <translation>该版本从未搜索过客户信息，其内容一概情况不明。</translation>
    </message>
    <message>
        <source>Nothing of this kind. Choose above which findings are shown.</source>
        <translation>没有此类发现项。可在上方选择要显示的发现项。</translation>
    </message>
    <message>
        <source>All of it was searched and nothing was found. Have a person look as well: no search finds everything.</source>
        <translation>已全部搜索，没有发现。仍请人工查看：任何搜索都不可能找出全部。</translation>
    </message>
    <message>
        <source>Nothing was found in the parts that were searched. About the others nothing is known.</source>
        <translation>已搜索的部分没有发现；其余部分情况不明。</translation>
    </message>
</context>
<context>
    <name>dw::FolderSearchWindow</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>State-secret marking (%1): ask counsel</source>
        <translation>带有国家秘密标志（%1）：请咨询法律顾问</translation>
    </message>
    <message>
        <source>Searched completely</source>
        <translation>已完整搜索</translation>
    </message>
    <message>
        <source>Searched in part: %1</source>
        <translation>仅部分搜索：%1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation>搜索文件夹</translation>
    </message>
    <message>
        <source>Files of the folder</source>
        <translation>文件夹中的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>(not cleared)</source>
        <translation>（无许可）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) searched</source>
        <translation>
            <numerusform>已搜索 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation>
            <numerusform>%n 个发现项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be searched completely: about those parts nothing is known.</source>
        <translation>
            <numerusform>%n 个文件未能完整搜索：未搜索的部分情况不明。</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are; what was found is kept in the vault alone.</source>
        <translation>文件留在原处；结果只保存在保密库中。</translation>
    </message>
    <message>
        <source>The search was stopped. What was searched until then is kept; the other files were not searched.</source>
        <translation>搜索已停止。此前的结果已保留，其余文件未搜索。</translation>
    </message>
</context>
<context>
    <name>dw::FormView</name>
    <message numerus="yes">
        <source>More (%n field(s))</source>
        <translation>
            <numerusform>更多（%n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not filled in correctly.</source>
        <translation>“%1”填写有误。</translation>
    </message>
    <message>
        <source>Still needed: %1</source>
        <translation>还需填写：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>dw::HitModel</name>
    <message>
        <source>p. %1  …%2…</source>
        <translation>第 %1 页  …%2…</translation>
    </message>
</context>
<context>
    <name>dw::ImportDialog</name>
    <message>
        <source>Import: %1</source>
        <translation>导入：%1</translation>
    </message>
    <message>
        <source>Choose a CSV file whose first line names the fields. UTF-8, UTF-16 and GB18030 are understood. Nothing is written before you have seen what would happen.</source>
        <translation>请选择首行为字段名的 CSV 文件，支持 UTF-8、UTF-16 与 GB18030。先预览结果，之后才写入。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>略过原因</translation>
    </message>
    <message>
        <source>Rows with problems</source>
        <translation>有问题的行</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import from CSV</source>
        <translation>从 CSV 导入</translation>
    </message>
    <message>
        <source>%1 of %2 rows can be imported.</source>
        <translation>%2 行中可导入 %1 行。</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention and would be left out.</source>
        <translation>
            <numerusform>%n 行需要处理，将被略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>These columns have no field here: %1.</source>
        <translation>以下列没有对应字段：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Imported %1 of %2 rows.</source>
        <translation>已导入 %2 行中的 %1 行。</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
</context>
<context>
    <name>dw::ImportLevelDialog</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>They are encrypted under the key of their level. In doubt, choose the higher one: who is not cleared for it sees nothing of them.</source>
        <translation>文件以其级别的密钥加密。拿不准时选高一级：无权限者什么也看不到。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>dw::ImportQueue</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Files on their way in</source>
        <translation>正在导入的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s), link(s) or device(s) were left out.</source>
        <translation>
            <numerusform>已略过 %n 个隐藏文件、链接或设备。</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 files: import the rest afterwards.</source>
        <translation>超过 %1 个文件：其余请稍后导入。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The same bytes are here already, as %1. Nothing was stored.</source>
        <translation>库中已有相同内容（%1），未再保存。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s), %2 places with client information.</source>
        <translation>
            <numerusform>%1：%n 页，发现 %2 处客户信息。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>A PDF of it is version %1.</source>
        <translation>其 PDF 为第 %1 版。</translation>
    </message>
    <message>
        <source>no text that could be searched, as in a scan</source>
        <translation>没有可检索的文字，可能是扫描件</translation>
    </message>
    <message>
        <source>its level is below that of its data asset</source>
        <translation>级别低于所属数据资产</translation>
    </message>
    <message>
        <source>Look out: %1.</source>
        <translation>注意：%1。</translation>
    </message>
    <message>
        <source>Not imported: stopped before its turn</source>
        <translation>未导入：轮到之前已停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>%1 imported, %2 to look at</source>
        <translation>已导入 %1 个，%2 个需查看</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>已导入 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::InboxPage</name>
    <message>
        <source>Nothing waits for you. Gates, exceptions, reviews and dates appear here.</source>
        <translation>没有待您处理的事项。关口、例外、复核与日期会显示在这里。</translation>
    </message>
    <message>
        <source>Open the dashboard</source>
        <translation>打开仪表盘</translation>
    </message>
    <message>
        <source>%1 is requested</source>
        <translation>已申请 %1</translation>
    </message>
    <message>
        <source>Nothing is in the way</source>
        <translation>没有阻碍</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in the way</source>
        <translation>
            <numerusform>%n 项措施未达标</numerusform>
        </translation>
    </message>
    <message>
        <source>Exception to approve or refuse</source>
        <translation>待批准或拒绝的例外</translation>
    </message>
    <message>
        <source>Grant to approve or refuse</source>
        <translation>待批准或拒绝的授权</translation>
    </message>
    <message>
        <source>Document to review</source>
        <translation>待复核的文件</translation>
    </message>
    <message>
        <source>Level to review</source>
        <translation>待复核的级别</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签署</translation>
    </message>
    <message>
        <source>Dates within a week, and late ones</source>
        <translation>一周内到期及已逾期</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有待您处理的事项。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait for you.</source>
        <translation>
            <numerusform>%n 件事等您处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>an unknown account</source>
        <translation>未知账户</translation>
    </message>
    <message>
        <source>Level %1, by %2: filed when a cleared colleague unlocks</source>
        <translation>%1 级，录入人 %2：待具备许可的同事解锁时归档</translation>
    </message>
    <message>
        <source>Sealed entry</source>
        <translation>密封内容</translation>
    </message>
    <message>
        <source>Sealed entries</source>
        <translation>密封内容</translation>
    </message>
</context>
<context>
    <name>dw::KeyFileField</name>
    <message>
        <source>Ask for a key file too…</source>
        <translation>同时要求密钥文件…</translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation>密钥文件…</translation>
    </message>
    <message>
        <source>New key file</source>
        <translation>新密钥文件</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>No key file</source>
        <translation>不使用密钥文件</translation>
    </message>
    <message>
        <source>The account then opens only with the passphrase and this file together. Keep a copy of it apart from the vault: without it only the recovery key helps.</source>
        <translation>此后该账户须同时凭口令与此文件才能打开。请在保密库之外另存一份：丢失后只能使用恢复密钥。</translation>
    </message>
    <message>
        <source>Make a new key file</source>
        <translation>新建密钥文件</translation>
    </message>
    <message>
        <source>This account needs its key file.</source>
        <translation>此账户需要密钥文件。</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>dw::MainWindow</name>
    <message>
        <source>Open a vault</source>
        <translation>打开保密库</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Pages, commands and records in one line</source>
        <translation>在一行中查找页面、命令与记录</translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation>锁定保密库</translation>
    </message>
    <message>
        <source>Closes the files and wipes the keys from memory</source>
        <translation>关闭文件并从内存清除密钥</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To the page before</source>
        <translation>回到上一页</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Explains each page and each row</source>
        <translation>解释每一页和每一行</translation>
    </message>
    <message>
        <source>Go to the dashboard</source>
        <translation>转到仪表盘</translation>
    </message>
    <message>
        <source>Where the deal stands</source>
        <translation>项目进展</translation>
    </message>
    <message>
        <source>Go to measures and gates</source>
        <translation>转到措施与关口</translation>
    </message>
    <message>
        <source>The 61 rows and the five gates</source>
        <translation>61 项措施与五个关口</translation>
    </message>
    <message>
        <source>Go to documents</source>
        <translation>转到文件</translation>
    </message>
    <message>
        <source>Files of the deal</source>
        <translation>项目文件</translation>
    </message>
    <message>
        <source>Go to releases</source>
        <translation>转到交付</translation>
    </message>
    <message>
        <source>What was handed to whom</source>
        <translation>什么交给了谁</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, look, accounts, this computer</source>
        <translation>语言、外观、账户、本机</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Locks the vault and closes the window</source>
        <translation>锁定保密库并关闭窗口</translation>
    </message>
    <message>
        <source>The demo deal could not be opened</source>
        <translation>未能打开示例项目</translation>
    </message>
    <message>
        <source>Before you go on</source>
        <translation>继续之前请注意</translation>
    </message>
    <message>
        <source>Locked because nothing was done for a while.</source>
        <translation>因一段时间没有操作，已锁定。</translation>
    </message>
    <message>
        <source>Locked because the computer went to sleep.</source>
        <translation>因计算机休眠，已锁定。</translation>
    </message>
    <message>
        <source>Locked with the screen.</source>
        <translation>已随屏幕一同锁定。</translation>
    </message>
    <message numerus="yes">
        <source>%n sealed entry(ies) from colleagues below your clearance were filed.</source>
        <translation>
            <numerusform>已归档许可级别较低的同事提交的 %n 条密封内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the change of keys back</source>
        <translation>撤回密钥更换</translation>
    </message>
    <message>
        <source>The vault is put back to before the change of keys. What was written since is lost, and the account that was revoked opens it again until it is revoked once more.</source>
        <translation>保密库将恢复到更换密钥之前。此后写入的内容会丢失；已撤销的账户在再次撤销之前又可打开保密库。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The change of keys was taken back. Unlock the vault, and revoke the account once more.</source>
        <translation>密钥更换已撤回。请解锁保密库并再次撤销该账户。</translation>
    </message>
</context>
<context>
    <name>dw::ManualPage</name>
    <message>
        <source>How it is used, what it protects, and what it does not.</source>
        <translation>如何使用，保护什么，不保护什么。</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source># The manual

This build carries no manual pages.</source>
        <translation># 手册

此版本未附手册。</translation>
    </message>
</context>
<context>
    <name>dw::MarkModel</name>
    <message>
        <source>fits %1 of %2 names (A: %3)</source>
        <translation>%2 个名称中 %1 个可填入（A 级：%3）</translation>
    </message>
    <message>
        <source>p. %1  %2  %3</source>
        <translation>第 %1 页  %2  %3</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Of the clients, parties and people of this deal: how many would get a box of the same width here at level B, and how many are exactly as wide, which is what level A shows. The fewer, the more the gap tells.</source>
        <translation>在本交易的客户、各方和人员中：有多少名称在 B 级下会得到同样宽的框，又有多少宽度完全相同（A 级会暴露这一点）。越少，空隙透露得越多。</translation>
    </message>
</context>
<context>
    <name>dw::MeasureDetail</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>blocks no gate</source>
        <translation>不阻碍关口</translation>
    </message>
    <message>
        <source>blocks %1</source>
        <translation>阻碍 %1</translation>
    </message>
    <message>
        <source>Choose a row to see what it asks and what it rests on.</source>
        <translation>选择一项措施，查看其要求与依据。</translation>
    </message>
    <message>
        <source>Sign nil return (A)</source>
        <translation>签署零报告 (A)</translation>
    </message>
    <message>
        <source>Sign (A)</source>
        <translation>签署 (A)</translation>
    </message>
    <message>
        <source>Withdraw (R)</source>
        <translation>撤回 (R)</translation>
    </message>
    <message>
        <source>Exception…</source>
        <translation>例外…</translation>
    </message>
    <message>
        <source>Apply again (X)</source>
        <translation>恢复适用 (X)</translation>
    </message>
    <message>
        <source>Not applicable (X)</source>
        <translation>不适用 (X)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Why it stands so</source>
        <translation>为何如此</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>负责职能</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>如何证明</translation>
    </message>
    <message>
        <source>Computed from the data alone; nobody can tick it.</source>
        <translation>仅由数据计算，任何人都不能勾选。</translation>
    </message>
    <message>
        <source>The checks must hold, and a person signs what they saw.</source>
        <translation>检查项须成立，并由人员对所见签署。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Law (pointers for counsel)</source>
        <translation>法律（供律师参考）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Open the page where it is worked on</source>
        <translation>打开处理页面</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>检查项（%1）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix it: %1</source>
        <translation>去修正：%1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Hash of what was seen</source>
        <translation>所见内容的哈希</translation>
    </message>
    <message>
        <source>The exception that carries it</source>
        <translation>所依据的例外</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nobody has signed this row yet.</source>
        <translation>此项措施尚无人签署。</translation>
    </message>
    <message>
        <source>Withdrawn %1: %2</source>
        <translation>%1 撤回：%2</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Sign a nil return</source>
        <translation>签署零报告</translation>
    </message>
    <message>
        <source>Sign this row</source>
        <translation>签署此项措施</translation>
    </message>
    <message>
        <source>You declare that in this phase nothing happened that “%1” would have to show. The signature binds what you see now.</source>
        <translation>您声明本阶段没有发生“%1”需要证明的事项。签名绑定您此刻所见。</translation>
    </message>
    <message>
        <source>You sign that “%1” is met. The signature binds what you see now: if the data changes, the row shows it.</source>
        <translation>您签署“%1”已满足。签名绑定您此刻所见：数据变化时，此处会显示。</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签署。</translation>
    </message>
    <message>
        <source>Nothing was signed</source>
        <translation>没有签署</translation>
    </message>
    <message>
        <source>Withdraw the signature</source>
        <translation>撤回签名</translation>
    </message>
    <message>
        <source>It stays visible as withdrawn, with the reason.</source>
        <translation>签名保留并显示为已撤回，附理由。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>已撤回。</translation>
    </message>
    <message>
        <source>The signature stays</source>
        <translation>签名保留</translation>
    </message>
    <message>
        <source>Apply this row again</source>
        <translation>恢复适用此项措施</translation>
    </message>
    <message>
        <source>Not applicable in this deal</source>
        <translation>本项目不适用</translation>
    </message>
    <message>
        <source>The reason and your name are printed in every report.</source>
        <translation>理由和您的姓名会印在每份报告中。</translation>
    </message>
    <message>
        <source>Apply again</source>
        <translation>恢复适用</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>The row was not changed</source>
        <translation>此项措施未改变</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%2 行中 %1 行成立</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>由谁签署</translation>
    </message>
    <message>
        <source>You may sign it.</source>
        <translation>你可以签署。</translation>
    </message>
    <message>
        <source>Keep their signed paper</source>
        <translation>存入其签字文件</translation>
    </message>
    <message>
        <source>Name who holds this function</source>
        <translation>指定此职能的担任者</translation>
    </message>
    <message>
        <source>Say which person your account is</source>
        <translation>写明你的账户对应哪位人员</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>dw::MeasureListModel</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>关口</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>负责职能</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>dw::MeasuresPage</name>
    <message>
        <source>Request the gate</source>
        <translation>申请过关</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Sign the gate…</source>
        <translation>签署关口…</translation>
    </message>
    <message>
        <source>Search the 61 rows</source>
        <translation>搜索 61 项措施</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>待我处理</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>全部阶段</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>关口</translation>
    </message>
    <message>
        <source>All gates</source>
        <translation>全部关口</translation>
    </message>
    <message>
        <source>J K move · Space checks · A sign · X not applicable</source>
        <translation>J K 移动 · 空格 检查项 · A 签署 · X 不适用</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>No row matches the search and filters.</source>
        <translation>没有符合搜索和筛选的行。</translation>
    </message>
    <message>
        <source>Show all 61</source>
        <translation>显示全部 61 项</translation>
    </message>
    <message>
        <source>%1 of 61 rows</source>
        <translation>共 61 项，显示 %1 项</translation>
    </message>
    <message>
        <source>%1 red, %2 amber, %3 green, %4 signed, %5 not applicable. Readiness %6 %.</source>
        <translation>红 %1，黄 %2，绿 %3，已签署 %4，不适用 %5。就绪度 %6 %。</translation>
    </message>
    <message>
        <source>Requested, ready to sign</source>
        <translation>已申请，可以签署</translation>
    </message>
    <message>
        <source>Ready to sign</source>
        <translation>可以签署</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in the way</source>
        <translation>
            <numerusform>%n 项措施未达标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amber by date alone: they pass and are listed</source>
        <translation>
            <numerusform>%n 项仅因日期为黄：可通过，并予列明</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live exception(s)</source>
        <translation>
            <numerusform>%n 项有效例外</numerusform>
        </translation>
    </message>
    <message>
        <source>signed by a compliance officer who is not the deal manager</source>
        <translation>由非交易负责人的合规负责人签署</translation>
    </message>
    <message>
        <source>Rows that block this gate are red.</source>
        <translation>阻碍此关口的措施仍为红色。</translation>
    </message>
    <message>
        <source>The compliance officer finds it in the inbox.</source>
        <translation>合规负责人会在收件箱看到。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>The gate was not requested</source>
        <translation>未能申请过关</translation>
    </message>
    <message>
        <source>Sign %1</source>
        <translation>签署 %1</translation>
    </message>
    <message>
        <source>The state of every check is stored with your signature. Later changes show as drift; this is never rewritten.</source>
        <translation>每个检查项的状态随您的签名保存。以后的变化显示为偏离，历史不会改写。</translation>
    </message>
    <message>
        <source>Sign the gate</source>
        <translation>签署关口</translation>
    </message>
    <message>
        <source>The gate stays open</source>
        <translation>关口仍未通过</translation>
    </message>
    <message>
        <source>%1 passed.</source>
        <translation>%1 已通过。</translation>
    </message>
    <message>
        <source>Refuse the gate</source>
        <translation>退回过关申请</translation>
    </message>
    <message>
        <source>The deal manager reads the reason.</source>
        <translation>交易负责人会看到理由。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>The gate was not refused</source>
        <translation>未能退回过关申请</translation>
    </message>
    <message>
        <source>Review before closing…</source>
        <translation>交割前审查…</translation>
    </message>
    <message>
        <source>Review before closing</source>
        <translation>交割前审查</translation>
    </message>
    <message>
        <source>You decide as compliance officer whether the deal may be signed and closed. The state of every check is stored with your signature.</source>
        <translation>你以合规负责人身份决定项目可否签约与交割。每项检查的状态随你的签名一并保存。</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Go under conditions (name them in the note)</source>
        <translation>附条件同意（在备注中写明条件）</translation>
    </message>
    <message>
        <source>No go</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Nothing was signed</source>
        <translation>未作签署</translation>
    </message>
</context>
<context>
    <name>dw::PageHeader</name>
    <message>
        <source>More for this page</source>
        <translation>本页更多操作</translation>
    </message>
</context>
<context>
    <name>dw::PagePair</name>
    <message>
        <source>Pages beside each other</source>
        <translation>并列页面</translation>
    </message>
    <message>
        <source>Page %1 …</source>
        <translation>第 %1 页…</translation>
    </message>
    <message>
        <source>Page %1 cannot be shown</source>
        <translation>第 %1 页无法显示</translation>
    </message>
</context>
<context>
    <name>dw::PassphraseMeter</name>
    <message>
        <source>Four or more words that do not belong together are strong and easy to keep.</source>
        <translation>四个以上互不相关的词，既牢固又好记。</translation>
    </message>
    <message>
        <source>Too easy to guess. Add words that do not belong together.</source>
        <translation>太容易猜到。请加入互不相关的词。</translation>
    </message>
    <message>
        <source>Not yet: a determined attacker would find it. Add another word.</source>
        <translation>还不够：有心的攻击者仍能猜到。请再加一个词。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>好。</translation>
    </message>
    <message>
        <source>Very good.</source>
        <translation>很好。</translation>
    </message>
</context>
<context>
    <name>dw::PhaseTracker</name>
    <message>
        <source>Phases of the deal</source>
        <translation>项目阶段</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>gate requested</source>
        <translation>已申请过关</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未开始</translation>
    </message>
</context>
<context>
    <name>dw::ProofPane</name>
    <message>
        <source>Not verified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Of another file</source>
        <translation>属于另一文件</translation>
    </message>
    <message>
        <source>Way of redacting</source>
        <translation>遮盖方式</translation>
    </message>
    <message>
        <source>Searched for</source>
        <translation>检索内容</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) and every part of the file that a mark touched</source>
        <translation>
            <numerusform>%n 个词，以及标记触及的文件各部分</numerusform>
        </translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>阅读引擎</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>nothing: no text, no metadata, no hidden object</source>
        <translation>无：没有文字、元数据或隐藏对象</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 处痕迹</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed besides</source>
        <translation>一并删除</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) or field(s)</source>
        <translation>
            <numerusform>%n 个批注或表单域</numerusform>
        </translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>退回处理</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) became pictures, for what is on them could not be proven otherwise</source>
        <translation>
            <numerusform>%n 页已转为图像，因其内容无法以其他方式证明</numerusform>
        </translation>
    </message>
    <message>
        <source>none: every page was cut, none became a picture</source>
        <translation>无：所有页面均直接切除，没有转为图像</translation>
    </message>
    <message>
        <source>The first try did not pass</source>
        <translation>首次尝试未通过</translation>
    </message>
    <message>
        <source>Verified at</source>
        <translation>验证时间</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Not proven, nothing kept</source>
        <translation>未能证明，未保留结果</translation>
    </message>
    <message>
        <source>What did not hold: %1</source>
        <translation>未成立：%1</translation>
    </message>
    <message>
        <source>Where: page %1</source>
        <translation>位置：第 %1 页</translation>
    </message>
    <message>
        <source>Redact with all pages as pictures</source>
        <translation>所有页面转为图像后遮盖</translation>
    </message>
    <message>
        <source>Tried at</source>
        <translation>尝试时间</translation>
    </message>
</context>
<context>
    <name>dw::RecordDetail</name>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Voided because</source>
        <translation>作废理由</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>检查项（%1）</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>These fields must be filled first: %1. Nothing was changed; choose Edit.</source>
        <translation>须先填写以下字段：%1。未作任何更改；请选择“编辑”。</translation>
    </message>
    <message>
        <source>This step is recorded with its reason.</source>
        <translation>此步骤连同理由一并记录。</translation>
    </message>
    <message>
        <source>Void this record</source>
        <translation>作废此记录</translation>
    </message>
    <message>
        <source>It stays visible as voided, with the reason: an evidence system loses no rows.</source>
        <translation>记录保留并显示为已作废，附理由：证据系统不丢失任何一行。</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The record was not voided</source>
        <translation>记录未作废</translation>
    </message>
    <message>
        <source>Conditions (%1)</source>
        <translation>条件（%1）</translation>
    </message>
    <message>
        <source>As they stood when it was released.</source>
        <translation>交付当时的判断结果。</translation>
    </message>
</context>
<context>
    <name>dw::RecordDialog</name>
    <message>
        <source>Edit: %1</source>
        <translation>编辑：%1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation>尚无改动。</translation>
    </message>
</context>
<context>
    <name>dw::RecordListModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新时间</translation>
    </message>
</context>
<context>
    <name>dw::RecoveryDialog</name>
    <message>
        <source>Open with the recovery key</source>
        <translation>用恢复密钥打开</translation>
    </message>
    <message>
        <source>Type the nine groups of the recovery sheet. Spaces, dashes and small letters do not matter. The vault opens only to give accounts new passphrases; that is logged.</source>
        <translation>请输入恢复单上的九组字符。空格、短横与大小写均可。仅可为账户设置新口令，并会记录。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>dw::RecoverySheet</name>
    <message>
        <source>Recovery sheet of %1</source>
        <translation>%1 的恢复单</translation>
    </message>
    <message>
        <source>Recovery key: %1</source>
        <translation>恢复密钥：%1</translation>
    </message>
    <message>
        <source>Keep this sheet apart from the computer, for example in a safe. Whoever has it and the vault can read everything in it.</source>
        <translation>请将此单与计算机分开保管，例如放入保险柜。持有它和保密库的人可读取其中全部内容。</translation>
    </message>
</context>
<context>
    <name>dw::RegisterList</name>
    <message>
        <source>Search %1</source>
        <translation>搜索%1</translation>
    </message>
    <message>
        <source>Show only this state</source>
        <translation>只显示此状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>With voided</source>
        <translation>含已作废</translation>
    </message>
    <message>
        <source>Also show rows that were voided; nothing is ever deleted</source>
        <translation>同时显示已作废的行；从不删除</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing matches the search and filters.</source>
        <translation>没有符合搜索和筛选的内容。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) match</source>
        <translation>
            <numerusform>符合 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was not made</source>
        <translation>未能导出</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n row(s).</source>
        <translation>
            <numerusform>已导出 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The template was not made</source>
        <translation>未能生成模板</translation>
    </message>
    <message>
        <source>Save a template to fill in</source>
        <translation>保存待填写的模板</translation>
    </message>
</context>
<context>
    <name>dw::RegisterPage</name>
    <message>
        <source>Lists of this page</source>
        <translation>本页列表</translation>
    </message>
    <message>
        <source>Import from CSV…</source>
        <translation>从 CSV 导入…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Template to fill in…</source>
        <translation>待填写的模板…</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Your role does not add rows here.</source>
        <translation>您的角色不能在此添加。</translation>
    </message>
</context>
<context>
    <name>dw::ReleaseDialog</name>
    <message>
        <source>New release</source>
        <translation>新建交付</translation>
    </message>
    <message>
        <source>Version of a document</source>
        <translation>文件版本</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>交给谁</translation>
    </message>
    <message>
        <source>For which purpose</source>
        <translation>用于什么目的</translation>
    </message>
    <message>
        <source>By which channel</source>
        <translation>通过什么渠道</translation>
    </message>
    <message>
        <source>Legal basis, if people can be identified</source>
        <translation>合法性基础（可识别个人时）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>交付…</translation>
    </message>
    <message>
        <source>Choose version, person, purpose and channel.</source>
        <translation>请选择版本、接收人、目的与渠道。</translation>
    </message>
    <message>
        <source>Fourteen conditions must hold at this moment.</source>
        <translation>此刻须满足十四项条件。</translation>
    </message>
    <message>
        <source>All fourteen conditions hold.</source>
        <translation>十四项条件全部满足。</translation>
    </message>
    <message numerus="yes">
        <source>%n of fourteen conditions do not hold.</source>
        <translation>
            <numerusform>十四项条件中有 %n 项不满足。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this computer is behind the last entry of the audit trail (%1): nothing leaves until it is set right.</source>
        <translation>本机时钟早于审计轨迹的最后一条（%1）：校正之前不得交付任何内容。</translation>
    </message>
    <message>
        <source>Each line that does not hold leads to where it is mended.</source>
        <translation>每个不满足的条件都可点击前往修正。</translation>
    </message>
    <message>
        <source>Where the package is to be written</source>
        <translation>交付包保存位置</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>正在封装…</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>The package is written. Its password is %1: it is shown only now; send it by another route than the package.</source>
        <translation>交付包已写出。口令为 %1：仅此刻显示；请通过其他渠道告知接收人。</translation>
    </message>
    <message>
        <source>The paper that proves it</source>
        <translation>证明该依据的文件</translation>
    </message>
</context>
<context>
    <name>dw::ReleasesPage</name>
    <message>
        <source>New release…</source>
        <translation>新建交付…</translation>
    </message>
    <message>
        <source>Nothing has left yet.</source>
        <translation>还没有交付任何文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) handed over, %1 due back.</source>
        <translation>
            <numerusform>已交付 %n 份，待返还 %1 份。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ReportDialog</name>
    <message>
        <source>New sealed report</source>
        <translation>新建签章报告</translation>
    </message>
    <message>
        <source>A signed PDF with its data inside. Anybody can check it with sealcheck, without the vault.</source>
        <translation>内含数据的签名 PDF。任何人都可用 sealcheck 验证，无需保密库。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Periodic</source>
        <translation>定期</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>关口</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>English and Chinese</source>
        <translation>英文和中文</translation>
    </message>
    <message>
        <source>Safe for outside: no names of people or clients</source>
        <translation>可对外：不含人员与客户姓名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Make and save…</source>
        <translation>生成并保存…</translation>
    </message>
    <message>
        <source>Save the sealed report</source>
        <translation>保存签章报告</translation>
    </message>
    <message>
        <source>Collecting, drawing, sealing and checking…</source>
        <translation>正在收集、绘制、签章并核验…</translation>
    </message>
    <message>
        <source>Report %1 sealed and saved, %2 pages.</source>
        <translation>报告 %1 已签章并保存，共 %2 页。</translation>
    </message>
</context>
<context>
    <name>dw::ReportPage</name>
    <message>
        <source>New report…</source>
        <translation>新建报告…</translation>
    </message>
    <message>
        <source>Keep a file…</source>
        <translation>留存文件…</translation>
    </message>
    <message>
        <source>Keep a file as evidence</source>
        <translation>将文件存为证据</translation>
    </message>
    <message>
        <source>The file was not kept</source>
        <translation>文件未能留存</translation>
    </message>
    <message>
        <source>Compare all files with their hashes…</source>
        <translation>核对全部文件与哈希…</translation>
    </message>
    <message>
        <source>The files were not compared</source>
        <translation>未能核对文件</translation>
    </message>
    <message>
        <source>Some files no longer fit their hash</source>
        <translation>有文件与其哈希不符</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not what was stored: the check “%1” names them. Restore them from a backup.</source>
        <translation>
            <numerusform>%n 个文件已非存入时的内容：检查项“%1”列出了它们。请从备份恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are what was stored.</source>
        <translation>
            <numerusform>%n 个文件与存入时一致。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ReviewPane</name>
    <message>
        <source>Decisions</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>新批注</translation>
    </message>
    <message>
        <source>Write what the preparer or the reviewer should know</source>
        <translation>写下制作人或复核人应知道的事</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>添加批注</translation>
    </message>
    <message>
        <source>About page %1</source>
        <translation>关于第 %1 页</translation>
    </message>
    <message>
        <source>Approved is exactly this file. Another byte, and the approval is lost.</source>
        <translation>所批准的正是这一文件。改动一个字节，批准即失效。</translation>
    </message>
    <message>
        <source>You may approve it or return it.</source>
        <translation>您可以批准或退回。</translation>
    </message>
    <message>
        <source>It was returned. Answer the comments, then ask for another review.</source>
        <translation>已退回。请先答复批注，再次提交复核。</translation>
    </message>
    <message>
        <source>Nobody was asked to review it yet.</source>
        <translation>尚未提交复核。</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>批准：%1</translation>
    </message>
    <message>
        <source>Returned by %1</source>
        <translation>退回：%1</translation>
    </message>
    <message>
        <source>That was another file: its hash is not this one&apos;s.</source>
        <translation>那是另一个文件：其哈希与此不符。</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>The comment was not changed</source>
        <translation>批注未更改</translation>
    </message>
    <message>
        <source>The comment was not kept</source>
        <translation>批注未保存</translation>
    </message>
    <message>
        <source>Answer a comment</source>
        <translation>答复批注</translation>
    </message>
    <message>
        <source>Everybody who may see this document reads it. It cannot be changed afterwards.</source>
        <translation>凡有权查看此文件的人都能看到，写后不可更改。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
</context>
<context>
    <name>dw::SearchPanel</name>
    <message>
        <source>Search this document</source>
        <translation>在本文件中搜索</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Mark every hit</source>
        <translation>遮盖所有命中处</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索（Esc）</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中处</translation>
    </message>
    <message>
        <source>%1 so far, %2 pages searched</source>
        <translation>已找到 %1 处，已搜索 %2 页</translation>
    </message>
    <message>
        <source>Not in this text</source>
        <translation>文中没有</translation>
    </message>
    <message>
        <source>Hits: %1</source>
        <translation>命中 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>dw::SentenceDialog</name>
    <message>
        <source>Reason *</source>
        <translation>理由 *</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>One sentence is needed: it stands in the audit trail.</source>
        <translation>需要写一句话：它会进入审计轨迹。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dw::SettingsPage</name>
    <message>
        <source>How the window looks, who may open the vault, and what this computer offers.</source>
        <translation>窗口外观、谁能打开保密库、本机能力。</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation>表格行高</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Lock when nothing is done for</source>
        <translation>无操作多久后锁定</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>The vault also locks with the screen, at sleep and with Ctrl+L.</source>
        <translation>锁屏、休眠与 Ctrl+L 时保密库也会锁定。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Change my passphrase…</source>
        <translation>修改我的口令…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>添加账户…</translation>
    </message>
    <message>
        <source>Only the owner manages accounts.</source>
        <translation>只有所有者可以管理账户。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>撤销 %1</translation>
    </message>
    <message>
        <source>Numbers of the deal</source>
        <translation>项目参数</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>They appear once the deal is entered.</source>
        <translation>填写项目后显示。</translation>
    </message>
    <message>
        <source>About this computer</source>
        <translation>关于本机</translation>
    </message>
    <message>
        <source>Dealward</source>
        <translation>Dealward</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Files are read by</source>
        <translation>读取文件的是</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Keys stay in locked memory; no core dumps; passphrases are never text of a widget.</source>
        <translation>密钥保存在锁定内存中；不产生核心转储；口令不以界面文本形式留存。</translation>
    </message>
    <message>
        <source>What cannot be promised</source>
        <translation>不能承诺的事</translation>
    </message>
    <message>
        <source>Nobody can recall a file once handed over, stop a cleared person from photographing the screen, or protect an unlocked computer that an attacker controls.</source>
        <translation>无法收回已交出的文件，无法阻止有权限的人拍摄屏幕，也无法保护被攻击者控制的已解锁计算机。</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>The vault gets new keys. What this account copied before stays readable to whoever has the copy.</source>
        <translation>保密库将启用新密钥。该账户此前复制的内容，持有副本者仍可读取。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The account was not revoked</source>
        <translation>账户未撤销</translation>
    </message>
    <message>
        <source>a separate process without network and without files</source>
        <translation>无网络、无文件权限的独立进程</translation>
    </message>
    <message>
        <source>What confines it here, as it measured itself</source>
        <translation>本机对它的限制（由其自行测得）</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Landlock, version %1</source>
        <translation>Landlock，版本 %1</translation>
    </message>
    <message>
        <source>Landlock: the kernel has none</source>
        <translation>Landlock：内核不支持</translation>
    </message>
    <message>
        <source>system calls filtered (seccomp)</source>
        <translation>系统调用已过滤（seccomp）</translation>
    </message>
    <message>
        <source>cannot open files</source>
        <translation>不能打开文件</translation>
    </message>
    <message>
        <source>cannot write files</source>
        <translation>不能写入文件</translation>
    </message>
    <message>
        <source>cannot reach the network</source>
        <translation>不能访问网络</translation>
    </message>
    <message>
        <source>cannot start programs</source>
        <translation>不能启动程序</translation>
    </message>
    <message>
        <source>memory and time are limited</source>
        <translation>内存与时间受限</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>Make a new recovery key</source>
        <translation>生成新的恢复密钥</translation>
    </message>
    <message>
        <source>The sheet printed before opens nothing afterwards.</source>
        <translation>此后旧的恢复单将不能打开任何内容。</translation>
    </message>
    <message>
        <source>A copy from before the key change of %1 is kept.</source>
        <translation>保留有 %1 更换密钥之前的副本。</translation>
    </message>
    <message>
        <source>It goes by itself once an account that reads every level has opened the vault and found it sound. Taking it back needs the vault locked.</source>
        <translation>可读全部密级的账户打开保密库并确认完好后，副本会自动删除。撤回须先锁定保密库。</translation>
    </message>
    <message>
        <source>Lock and take back…</source>
        <translation>锁定并撤回…</translation>
    </message>
    <message>
        <source>Remove the copy…</source>
        <translation>删除副本…</translation>
    </message>
    <message>
        <source>Remove the copy</source>
        <translation>删除副本</translation>
    </message>
    <message>
        <source>The change of keys can then no longer be taken back.</source>
        <translation>删除后将无法再撤回密钥更换。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The copy was not removed</source>
        <translation>副本未删除</translation>
    </message>
    <message>
        <source>An owner may have seen the recovery sheet, and whoever has it opens the vault. Make a new one now; the sheet printed before opens nothing afterwards.</source>
        <translation>离开的所有者可能看过恢复单，而持有恢复单即可打开保密库。请立即生成新的恢复密钥；此后旧的恢复单将不能打开任何内容。</translation>
    </message>
</context>
<context>
    <name>dw::Sidebar</name>
    <message>
        <source>The highest level this account can read</source>
        <translation>此账户可读的最高级别</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock the vault  (Ctrl+L)</source>
        <translation>锁定保密库 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation>锁定保密库</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>新项目</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n red</source>
        <translation>
            <numerusform>%1，%n 项红色</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the names of the pages</source>
        <translation>显示页面名称</translation>
    </message>
    <message>
        <source>Show icons only</source>
        <translation>只显示图标</translation>
    </message>
</context>
<context>
    <name>dw::SignDialog</name>
    <message>
        <source>Decision *</source>
        <translation>决定 *</translation>
    </message>
    <message>
        <source>Their signed paper (from the evidence) *</source>
        <translation>其签字文件（选自证据） *</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Choose what you decide.</source>
        <translation>请选择你的决定。</translation>
    </message>
    <message>
        <source>Choose the paper; files are added on the page Report, list Evidence.</source>
        <translation>请选择文件；文件在“报告”页的“证据”列表中添加。</translation>
    </message>
</context>
<context>
    <name>dw::SpeakupPage</name>
    <message>
        <source>Report a concern…</source>
        <translation>提交举报…</translation>
    </message>
    <message>
        <source>Enter a report that came by letter, phone or in person…</source>
        <translation>录入经信件、电话或当面收到的举报…</translation>
    </message>
    <message>
        <source>Sealed and filed. Only the receiver can open it.</source>
        <translation>已加密提交，仅受理人可以打开。</translation>
    </message>
    <message>
        <source>The text was not opened</source>
        <translation>内容未打开</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>举报内容</translation>
    </message>
    <message>
        <source>Sealed for you alone. That you opened it is in the audit trail.</source>
        <translation>仅加密给您本人。打开记录已写入审计轨迹。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>dw::StartScreen</name>
    <message>
        <source>The control file of a deal: proves that each file was allowed to leave, to that person, at that moment.</source>
        <translation>交易项目的控制档案：证明每份文件在当时、向该人交付均属获准。</translation>
    </message>
    <message>
        <source>New vault</source>
        <translation>新建保密库</translation>
    </message>
    <message>
        <source>One vault holds one deal. About two minutes.</source>
        <translation>一个保密库对应一个项目，约两分钟。</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>打开保密库</translation>
    </message>
    <message>
        <source>Choose a folder that ends in .dealvault.</source>
        <translation>选择以 .dealvault 结尾的文件夹。</translation>
    </message>
    <message>
        <source>Open the demo deal</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>A complete sample with invented people and clients. Nothing in it is real.</source>
        <translation>完整示例，人员与客户均为虚构。</translation>
    </message>
    <message>
        <source>Works offline. Nothing leaves this computer unless you hand it over.</source>
        <translation>离线工作。除非您交出，否则任何内容都不会离开本机。</translation>
    </message>
</context>
<context>
    <name>dw::StatusStrip</name>
    <message>
        <source>Progress of the running task</source>
        <translation>正在运行的任务进度</translation>
    </message>
    <message>
        <source>Stop this task; nothing half-done is kept</source>
        <translation>停止此任务；不保留半成品</translation>
    </message>
    <message>
        <source>Stop the running task</source>
        <translation>停止正在运行的任务</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1，另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ThumbnailStrip</name>
    <message>
        <source>Small pictures of the pages</source>
        <translation>页面缩略图</translation>
    </message>
</context>
<context>
    <name>dw::TrailModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>did not hold: %1</source>
        <translation>不满足：%1</translation>
    </message>
    <message>
        <source>%1 checked, %2 damaged, %3 skipped</source>
        <translation>核对 %1 份，损坏 %2 份，跳过 %3 份</translation>
    </message>
    <message>
        <source>head of the trail %1</source>
        <translation>审计轨迹链头 %1</translation>
    </message>
</context>
<context>
    <name>dw::TrailPage</name>
    <message>
        <source>Check the trail</source>
        <translation>核验轨迹</translation>
    </message>
    <message>
        <source>Search the trail</source>
        <translation>搜索轨迹</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计轨迹</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>%2 条中 %1 条</translation>
    </message>
    <message>
        <source>Export the trail…</source>
        <translation>导出轨迹…</translation>
    </message>
    <message>
        <source>Facts the program measured</source>
        <translation>程序测得的事实</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>Each entry is signed and holds the hash of the one before; nothing can be taken out unnoticed.</source>
        <translation>每条均已签名，并含前一条的哈希；任何删改都会被发现。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>The check could not be done</source>
        <translation>核验未能进行</translation>
    </message>
    <message>
        <source>Checked: %1 entries and %2 rows, all as the trail says.</source>
        <translation>已核验：%1 条记录和 %2 行数据，均与轨迹一致。</translation>
    </message>
    <message>
        <source>Entry %1: %2</source>
        <translation>第 %1 条：%2</translation>
    </message>
    <message>
        <source>The trail does not fit</source>
        <translation>轨迹不吻合</translation>
    </message>
    <message>
        <source>The trail was not exported</source>
        <translation>轨迹未能导出</translation>
    </message>
    <message>
        <source>Export the trail</source>
        <translation>导出轨迹</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保密库</translation>
    </message>
</context>
<context>
    <name>dw::TrendPlot</name>
    <message>
        <source>Readiness over time</source>
        <translation>就绪度变化</translation>
    </message>
</context>
<context>
    <name>dw::UnlockScreen</name>
    <message>
        <source>Account name</source>
        <translation>账户名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Another vault</source>
        <translation>其他保密库</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Type the account name and its passphrase first.</source>
        <translation>请先输入账户名和口令。</translation>
    </message>
    <message>
        <source>Take the change of keys back…</source>
        <translation>撤回密钥更换…</translation>
    </message>
    <message>
        <source>A copy from before the key change of %1 is kept. Should the vault no longer open, an owner of then can take the change back with the passphrase of then.</source>
        <translation>保留有 %1 更换密钥之前的副本。若保密库无法打开，当时的所有者可凭当时的口令撤回此次更换。</translation>
    </message>
    <message>
        <source>This account needs its key file.</source>
        <translation>此账户需要密钥文件。</translation>
    </message>
</context>
<context>
    <name>dw::VersionPane</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Originals and their marks stay: take a mark back there and make a new version. Choose two versions to compare them.</source>
        <translation>原件及其标记始终保留：可回到原件撤销标记，再制作新版本。选中两个版本即可比对。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Open this version</source>
        <translation>打开此版本</translation>
    </message>
    <message>
        <source>Back to the marks it was made from</source>
        <translation>回到制作它的标记</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Treatment: %1
SHA-256 %2</source>
        <translation>处理方式：%1
SHA-256 %2</translation>
    </message>
    <message>
        <source>Compare with the one on the screen</source>
        <translation>与当前版本比对</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>比对这两个版本</translation>
    </message>
</context>
<context>
    <name>dw::ViewerBar</name>
    <message>
        <source>Small pictures and hits (F4)</source>
        <translation>缩略图与命中处（F4）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Go to a page (Ctrl+G)</source>
        <translation>转到页面（Ctrl+G）</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>适合宽度（0）</translation>
    </message>
    <message>
        <source>Fit the page (9)</source>
        <translation>适合页面（9）</translation>
    </message>
    <message>
        <source>One page at a time</source>
        <translation>单页显示</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>双页并排</translation>
    </message>
    <message>
        <source>Turn the view (R)</source>
        <translation>旋转视图（R）</translation>
    </message>
    <message>
        <source>Mark the selected text (M)</source>
        <translation>遮盖所选文字（M）</translation>
    </message>
    <message>
        <source>Copy the selected text (Ctrl+C)</source>
        <translation>复制所选文字（Ctrl+C）</translation>
    </message>
    <message>
        <source>Search this document (Ctrl+F)</source>
        <translation>在本文件中搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>dw::ViewerPane</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>dw::Workspace</name>
    <message>
        <source>Unlocked by %1 (%2)</source>
        <translation>已由 %1（%2）解锁</translation>
    </message>
    <message>
        <source>Backed up today</source>
        <translation>今天已备份</translation>
    </message>
    <message numerus="yes">
        <source>Last backup %n day(s) ago</source>
        <translation>
            <numerusform>上次备份在 %n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Next deadline %1</source>
        <translation>下一期限 %1</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Sealed above your clearance: it will be filed when a cleared colleague unlocks. You cannot read it again.</source>
        <translation>内容高于您的许可级别，已密封；待具备许可的同事解锁时归档。您无法再次阅读。</translation>
    </message>
</context>
<context>
    <name>dw::documentactions</name>
    <message>
        <source>%1: these bytes are in the vault already; nothing was stored.</source>
        <translation>%1：相同内容已在保密库中，未再保存。</translation>
    </message>
    <message>
        <source>It hides something: %1.</source>
        <translation>文件中有隐藏内容：%1。</translation>
    </message>
    <message>
        <source>(not cleared)</source>
        <translation>（无权限）</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>请再次输入口令</translation>
    </message>
    <message>
        <source>pages: %1, open findings: %2</source>
        <translation>%1 页，%2 个未决发现项</translation>
    </message>
    <message>
        <source>Marks added: %1; %2 in all.</source>
        <translation>已添加 %1 处遮盖标记；共 %2 处。</translation>
    </message>
    <message>
        <source>Version %1 is redacted and proven (SHA-256 %2). Open findings: %3.</source>
        <translation>版本 %1 已遮盖并经证明（SHA-256 %2）。未决发现项：%3。</translation>
    </message>
    <message>
        <source>%1: imported; pages: %2, places with client information: %3.</source>
        <translation>%1：已导入；页数：%2，客户信息：%3 处。</translation>
    </message>
    <message>
        <source>Parts of it could not be searched: about those nothing is known.</source>
        <translation>部分内容无法搜索：这些部分情况不明。</translation>
    </message>
</context>
</TS>
