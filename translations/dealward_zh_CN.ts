<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ErrorText</name>
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
        <translation>这不是证书文件（.p12 或 .pfx），或文件已损坏。未作更改。</translation>
    </message>
    <message>
        <source>The passphrase does not open the certificate file. Nothing was changed; try again.</source>
        <translation>口令无法打开证书文件，未作更改，请重试。</translation>
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
        <translation>报告的布局与登记表在“%1”处不一致。未写入任何内容，这是程序缺陷。</translation>
    </message>
    <message>
        <source>There is no deal yet to report on. Enter the deal first.</source>
        <translation>尚无交易可供报告，请先登记交易。</translation>
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
        <translation>文件已有签名，再次签章会破坏原签名。未作更改。</translation>
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
</context>
<context>
    <name>SealCheck</name>
    <message>
        <source>Usage: sealcheck REPORT.pdf [--fingerprint F] [--json]
       sealcheck --trail FILE [--json]
Verifies a sealed report, or an exported audit trail. It needs no vault and no network.
F: SHA-256 of the signer&apos;s or the authority&apos;s certificate, 64 hexadecimal digits.
Ends with 0 valid, 1 not valid, 2 unreadable or wrong usage.</source>
        <translation>用法：sealcheck 报告.pdf [--fingerprint F] [--json]
      sealcheck --trail 文件 [--json]
核验签章报告或导出的审计链，无需保密库和网络。
F：签章人或机构证书的 SHA-256，64 位十六进制。
退出码：0 有效，1 无效，2 无法读取或用法错误。</translation>
    </message>
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
        <translation>审计链：    第 %1 条，链头 %2</translation>
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
        <translation>有效：审计链完整，每条记录均已签名。</translation>
    </message>
    <message>
        <source>NOT VALID: do not rely on this trail.</source>
        <translation>无效：请勿依赖此审计链。</translation>
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
        <translation>请将链头与保存在外部的链头（签章报告、备份或交付包上的）核对。否则，持有密钥者可能重写了整条审计链。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
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
        <source>The certificate is whole and is the one you asked for</source>
        <translation>证书完整，且为您指定的证书</translation>
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
        <translation>审计链头已签名</translation>
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
        <source>The table of objects does not fit the file. %1</source>
        <translation>对象表与文件不符。%1</translation>
    </message>
    <message>
        <source>The file is encrypted: a report never is. A release package is verified with its VERIFY.txt and a PDF reader.</source>
        <translation>文件已加密，而报告从不加密。交付包请用其 VERIFY.txt 和 PDF 阅读器核验。</translation>
    </message>
    <message>
        <source>There is no signature over the whole file.</source>
        <translation>没有覆盖整个文件的签名。</translation>
    </message>
    <message>
        <source>The space kept for the signature holds something else.</source>
        <translation>签名预留空间中有其他内容。</translation>
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
        <source>The signature field is not as a report has it.</source>
        <translation>签名域与报告应有的不同。</translation>
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
        <source>Its objects cannot be read. %1</source>
        <translation>文件对象无法读取。%1</translation>
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
        <translation>审计链头并非由其所载密钥签名。</translation>
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
        <translation>第 %1 行不符合导出审计链的格式。</translation>
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
</context>
</TS>
