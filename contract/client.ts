/** Generated from openapi.json by house/contract.ts: never edited. */
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who one is signed in as, until when, and the token against forged requests */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own live sessions */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all of one's own sessions, this one too */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's own sessions */
        delete: operations["endOneSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register at a hall what an agent may do for an enterprise */
        post: operations["registerMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mandates/{mandate}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a mandate: the hall, or the agent himself */
        post: operations["endMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories and entries in force today */
        get: operations["readCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry: fields, groups, basis, providers */
        get: operations["readCatalogueEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/{entry}/template.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty file with the official column heads */
        get: operations["readCatalogueTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of one's own unit, newest first; an operator sees how those of all providers stand */
        get: operations["listBatches"];
        put?: never;
        /** Send a file whole, or open a resumable upload with Upload-Length and no body */
        post: operations["submitBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own batch: progress, counts, first thousand issues; HEAD tells the upload offset */
        get: operations["readBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Append at Upload-Offset; the last byte begins processing */
        patch: operations["appendUpload"];
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One record typed into a form: a batch of one, through the same gate */
        post: operations["submitRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of one's own batches that wait for a person; of other providers an operator sees how many */
        get: operations["listOpenQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All issues of one's own batch, a thousand at a time */
        get: operations["listIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that wait for a person */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The subjects that a batch touched */
        get: operations["listAffectedSubjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed receipt of a finished batch */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/receipt/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows under the root of a receipt, one leaf a line, in the order of the file */
        get: operations["readReceiptRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipt-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key by which receipts are verified */
        get: operations["readReceiptKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at another unit's batch: with purpose and matter, written down before the answer */
        post: operations["lookAtBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare that all decisions up to a day have been sent; with nilFrom, that there were none since */
        post: operations["declareComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep one's own column layout; answers with the name to send files under */
        post: operations["saveMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a question: give it back at once, or propose to take the row in for a subject */
        post: operations["decideQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to take a batch back whole */
        post: operations["withdrawBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals that wait for the caller's decision, or that the caller made; newest first */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal: what will be done, for what reason, by which document */
        get: operations["readApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{proposal}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve: the command is carried out in the same moment */
        post: operations["approveProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{proposal}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse, with a reason: nothing is carried out */
        post: operations["refuseProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{proposal}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one's own proposal back before it is decided */
        post: operations["withdrawProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has an account: members of one's own organisation, of all for those who run the accounts */
        get: operations["listAccounts"];
        put?: never;
        /** A system administrator asks for an account; a security administrator grants it */
        post: operations["proposeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A system administrator asks for another role of an account; a security administrator grants it */
        post: operations["proposeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/unfreezing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a frozen account be let in again; a second administrator grants it */
        post: operations["proposeUnfreezing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that an account be closed for good; a second administrator grants it */
        post: operations["proposeClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/freezing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A security administrator stops an account at once; a second person lifts it */
        post: operations["freezeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys by which machines act for one's own organisation */
        get: operations["listClientKeys"];
        put?: never;
        /** Ask for a key bound to entries, one's own organisation and this region; a second person approves it */
        post: operations["proposeClientKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{key}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a successor bound to the same; the former key signs on for a week */
        post: operations["proposeClientKeyRotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{key}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key at once */
        post: operations["revokeClientKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按名称、曾用名或统一社会信用代码查询主体 */
        get: operations["searchSubjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{uscc}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个主体：名称、类型、公示中的条数和核查范围 */
        get: operations["readSubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{uscc}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个主体公示中的信用记录，由新到旧 */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{uscc}/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条公示中的信用记录 */
        get: operations["readRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各数据源单位对各事项声明完整到哪一天，最近何时收到 */
        get: operations["readCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/dual-publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个月的双公示统计，可导出通报表 */
        get: operations["readDualPublicity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/dual-publicity/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 组成一个数字的行 */
        get: operations["listDualPublicityRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以批量取得的数据集：字段、格式、许可、条数、新鲜程度 */
        get: operations["listOpenData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数据集的全部记录，CSV、NDJSON 或 Parquet */
        get: operations["downloadOpenData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data/{entry}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数据集一行的 JSON Schema */
        get: operations["readOpenDataSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 凭什么可以查询非公开信息：事由、法定职责及其条文、可以查询的单位、授权的上限 */
        get: operations["listLookRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭法定职责或主体授权查询非公开信息；先留痕，后答复 */
        post: operations["querySubjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭法定职责或主体授权查询并导出为带标记的 CSV；每个主体、每一页都留痕，导出编号写在文件首行 */
        post: operations["exportQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的全部记录，连同来源 */
        get: operations["listOwnRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁查询过本单位：单位、岗位、办件、字段、事由、依据、时间 */
        get: operations["listOwnLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/looks/{look}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次对本单位的查询确在日志中的证明，核验方法见 docs/spec/access-log.md */
        get: operations["proveOwnLook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的全部资料，一行一项(NDJSON)：记录及来源、查询、授权、通知；最后一行说明是否完整 */
        get: operations["downloadOwn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对：这些主体今日在这一事项中有哪些措施，各依据哪一条 */
        post: operations["checkSubjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出批量核对(超过一百个主体)，由本单位第二人复核 */
        post: operations["proposeLargeCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的反馈，新的在前；依据已失效的逐项标明 */
        get: operations["listCheckFeedback"];
        put?: never;
        /** 反馈：措施是否适用、依据哪一决定、为什么 */
        post: operations["giveCheckFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 措施与激励的登记册，以及事项 */
        get: operations["listMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各项措施的反馈数 */
        get: operations["listMeasureFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的通知，由记录、规则和当日推算，最近一年 */
        get: operations["listOwnNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 已读到某一条为止 */
        post: operations["markNoticesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of policy of one's own office, newest first */
        get: operations["listPolicyDrafts"];
        put?: never;
        /** Begin a draft: policy files as texts, by their paths in a policy folder */
        post: operations["createPolicyDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft in its newest version */
        get: operations["readPolicyDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/drafts/{draft}/judgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a draft would make of the policy on a day: faults, its own cases, the difference, the first lawful day */
        get: operations["judgePolicyDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/drafts/{draft}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much a draft would touch, by kind of subject and territory; cells under ten are not told */
        get: operations["readPolicyImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/drafts/{draft}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the next version of a draft over the one that was read */
        post: operations["editPolicyDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/drafts/{draft}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft before a second person */
        post: operations["proposePolicyRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a second person to take back a release before its day */
        post: operations["proposePolicyWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of the policy of today that a draft may bring anew */
        get: operations["listPolicyTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of the policy of today as it is written */
        get: operations["readPolicyText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assessments of one's own office, newest first */
        get: operations["listPolicyAssessments"];
        put?: never;
        /** Assess a draft of measures before it is issued; one without standing comes back with reasons */
        post: operations["assessPolicyDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/assessments/{assessment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An assessment before issue, with the texts that were judged */
        get: operations["readPolicyAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was released, newest first; withdrawn ones too */
        get: operations["listPolicyReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/releases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A release with its files and its whole difference */
        get: operations["readPolicyRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is registered to receive statements, by what right, until when; a recipient sees its own */
        get: operations["listSubscriptions"];
        put?: never;
        /** Ask that an organisation be registered to receive statements; a second person of the centre decides */
        post: operations["proposeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscription}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a subscription at once; what was received is still told of */
        post: operations["endSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that are told, how far, and what they answered last; an organisation sees its own */
        get: operations["listEndpoints"];
        put?: never;
        /** Ask that an address of an organisation be told of its feed; a second person of the centre decides */
        post: operations["proposeEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{endpoint}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an endpoint at once; its feed stays to be read */
        post: operations["endEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoint-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key under which messages to endpoints are signed (RFC 9421, RFC 8037) */
        get: operations["readEndpointKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接收订阅所及的信息；先留痕，后交付。每条信息用接收单位自己的编号 */
        post: operations["receiveStatements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已接收信息的终止、恢复、更正、撤回、标注和到期；按次序，可从头重取 */
        get: operations["readWithdrawals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回执：到某一位置为止的全部，或逐条 */
        post: operations["acknowledgeWithdrawals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的接收与回执情况 */
        get: operations["readWithdrawalStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今日应当展示的已接收信息的摘要，按事项 */
        get: operations["readWithdrawalDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今日应当展示的已接收信息：编号、期限、内容摘要 */
        get: operations["listWithdrawalCopies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有未回执通知的订阅单位，最久的在前；仅供内部 */
        get: operations["listOverdueSubscribers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/overdue.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同上，CSV */
        get: operations["exportOverdueSubscribers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办一个订阅单位 */
        post: operations["remindSubscriber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/namings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提请公布逾期未更新的订阅单位；须有依据、文书和第二人 */
        post: operations["proposeNaming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记过订阅或接收过信息的单位：订阅、接收、回执到哪里 */
        get: operations["listSubscribers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/subscribers/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个订阅单位，另有接收、未回执通知和催办的明细，各列最多五十条 */
        get: operations["readSubscriber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自始终止的决定：此前用过它的查询和核查已告知多少、已读多少，由新到旧 */
        get: operations["listRecalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/traces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查明一份流出的表格出自哪一次导出；只说明是哪一次导出，不说明由谁泄露 */
        post: operations["traceExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 每晚抽查：当日开始以前公布种子的摘要，次日公布种子，任何人都可以重算 */
        get: operations["listAccessDraws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询日志每小时的签名根，没有查询的小时也有 */
        get: operations["listAccessRoots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/delays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 目前暂缓告知主体的查询有多少，依据哪一条 */
        get: operations["countDelayedLooks"];
        put?: never;
        /** 提出暂缓告知，由第二人确认后生效；只及于确认以后依职责的查询，已告知的不收回，依授权的查询不暂缓 */
        post: operations["proposeLookDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/justifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 被抽中的查询及其说明：本单位的；审计员看全部，不含主体与办件 */
        get: operations["listJustifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/justifications/{look}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明被抽中的查询：案卷文号与理由 */
        post: operations["justifyLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/justifications/{look}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 由第二人核对说明，不得是查询人或说明人 */
        post: operations["confirmJustification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 异常情形 */
        get: operations["listAccessAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/alerts/{alert}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结异常情形，须写明理由，不得由被监测的人办理 */
        post: operations["closeAccessAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/delays/{delay}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 由第二人确认暂缓告知 */
        post: operations["confirmLookDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审计记录：谁、何时、办了什么、多少；只供审计员，须写明事由，先留痕后答复 */
        post: operations["lookAtTrail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access/looks/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今日查询：承办人看自己的，复核人看本单位的(不含主体)；连同本单位今日限额 */
        get: operations["readOfficeToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisations/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The wording of an authorisation, for the subject to read before it is given; nothing is kept */
        post: operations["draftAuthorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own authorisations, the newest first: what one gave, or what one was given */
        get: operations["listAuthorisations"];
        put?: never;
        /** Give an authorisation: the subject in its portal, or a hall with the paper in hand */
        post: operations["giveAuthorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisations/{authorisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own authorisation with its wording */
        get: operations["readAuthorisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisations/{authorisation}/artefact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed artefact of one's own authorisation */
        get: operations["readAuthorisationArtefact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisation-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key by which artefacts are verified */
        get: operations["readAuthorisationKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisations/{authorisation}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke at once: the subject without a reason, a hall on the subject's paper, or the grantee who renounces */
        post: operations["revokeAuthorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{list}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own unit's cases on a list, the newest first */
        get: operations["listListCases"];
        put?: never;
        /** Open a case against one subject, by a competent authority, on a ground of the list */
        post: operations["openListCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own unit's cases on all lists, the newest first, with what is next and what holds it up */
        get: operations["listCaseWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{list}/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case of one's own unit, with what may be done next and from which day on */
        get: operations["readListCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{list}/cases/{case}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of a case of one's own unit, for paper */
        get: operations["readListCaseDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{list}/cases/{case}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the next step of a case; what is drafted is signed by a second person */
        post: operations["takeListCaseStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases about oneself, from the prior notice on */
        get: operations["listOwnCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case about oneself, with its documents, terms and remedies */
        get: operations["readOwnCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/cases/{case}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State and defend, ask for a hearing, or waive */
        post: operations["takeOwnCaseStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/cases/{case}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of a case about oneself, for paper */
        get: operations["readOwnCaseDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位提出的异议，由新到旧 */
        get: operations["listOwnObjections"];
        put?: never;
        /** 对一条记录、一项已采取的措施或者一次查询提出异议 */
        post: operations["fileObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/objections/{objection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个异议：进展、期限、文书、可以办理的下一步 */
        get: operations["readOwnObjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/objections/{objection}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回异议，标注随之撤除 */
        post: operations["withdrawObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/objections/{objection}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份文书，供打印 */
        get: operations["readOwnObjectionDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 异议的理由、适用于本地的期限 */
        get: operations["readObjectionRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个月的异议数字，可由办结列表重新算出 */
        get: operations["readObjectionFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办的异议按期限排列；办结的由新到旧 */
        get: operations["listObjections"];
        put?: never;
        /** 在大厅凭纸质申请为主体提出异议 */
        post: operations["fileObjectionAtHall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{objection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个异议：进展、期限、文书、可以办理的下一步 */
        get: operations["readObjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{objection}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份文书，供打印 */
        get: operations["readObjectionDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{objection}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理下一步；答复须由第二人确认 */
        post: operations["takeObjectionStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位所作的复议、诉讼标注 */
        get: operations["listPendingMarks"];
        put?: never;
        /** 标注本单位的决定正在复议或者诉讼 */
        post: operations["setPendingMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marks/{mark}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭结案文书撤除标注 */
        post: operations["liftPendingMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用修复一个月的数字，按机关；数字由步骤算出，列出组成它的申请 */
        get: operations["readRepairFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/repairs/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each decision about oneself: from which day its repair may be applied for, and by which article */
        get: operations["listRepairEligibility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own open applications */
        get: operations["listOwnRepairs"];
        put?: never;
        /** Apply for the repair of one decision, or its shield under a court's plan */
        post: operations["applyForRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/repairs/{repair}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An application with its steps and documents */
        get: operations["readOwnRepair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/repairs/{repair}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of an application as data, with its digest */
        get: operations["readOwnRepairDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/repairs/{repair}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Supplement or withdraw */
        post: operations["takeOwnRepairStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open on the caller's side, by its last day */
        get: operations["listRepairs"];
        put?: never;
        /** Apply at a hall for a subject, on a mandate handed in on paper */
        post: operations["applyForRepairAtHall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/{repair}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An application with its steps and documents */
        get: operations["readRepair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/{repair}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of an application as data, with its digest */
        get: operations["readRepairDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an authority tells a subject with its own decision: from which day its repair may be applied for (信用修复告知书) */
        post: operations["makeRepairNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/{repair}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next step; what is drafted takes effect once a second person approves it */
        post: operations["takeRepairStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/handed-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At a hall: the decisions of one document number against a subject, from which day on, and the commitment that is there */
        post: operations["readHandedIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/pushed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in what the national entrance pushes; the same number again is the same application */
        post: operations["pushRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repairs/pushed/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an application that was pushed stands, with its documents */
        get: operations["readPushedRepair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repair/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of repair here, and which of them wait for the operator's word */
        get: operations["readRepairSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repair/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the application of a query code has come */
        get: operations["readRepairProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repair/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a document of this number and digest was issued here */
        get: operations["verifyRepairDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{owner}/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of a case, as far as the caller may see them, and what may be attached today */
        get: operations["listCaseFiles"];
        put?: never;
        /** Attach a file of at most 20 MB, or a redacted version of one; its name is not kept */
        post: operations["attachCaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{owner}/{case}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file, to be saved; a subject opens its own, and redacted versions that two persons stand for */
        get: operations["openCaseFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{owner}/{case}/{file}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand for a redacted version as the second person of the same office, after a step-up */
        post: operations["confirmCaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commitments/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The wording of a commitment, for the subject to read before it is signed; nothing is kept */
        post: operations["draftCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was promised to one's own organisation, the newest first */
        get: operations["listReceivedCommitments"];
        put?: never;
        /** Sign a commitment for one's own enterprise, proved anew; or register one that was signed on paper at a hall */
        post: operations["giveCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one's own enterprise promised, the newest first */
        get: operations["listOwnCommitments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commitments/{commitment}/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of a promise made to one's own organisation; added to what was said before */
        post: operations["judgeCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            login: string;
            /** @enum {string} */
            role: "clerk" | "reviewer" | "approver" | "operator" | "leader" | "enterprise" | "bank" | "subscriber" | "hall-clerk" | "system-admin" | "security-admin" | "auditor";
            organisation: {
                uscc: string;
                name: string;
            };
            /** @enum {string} */
            via: "token" | "session" | "signature";
            /** @description null for a token or a signature. */
            session: {
                /** Format: uuid */
                session: string;
                /** @description To be sent as X-CSRF-Token with whatever changes something. */
                csrf: string;
                /** Format: date-time */
                startedAt: string;
                /**
                 * Format: date-time
                 * @description When it ends if nothing more is asked.
                 */
                idleUntil: string;
                /**
                 * Format: date-time
                 * @description When it ends in any case.
                 */
                until: string;
                /**
                 * Format: date-time
                 * @description Until when dangerous acts need no new proof.
                 */
                steppedUpUntil: string | null;
            } | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            code: string;
            article?: string;
            /** @description The article as people read it */
            articleText?: string;
            availableFrom?: string;
        };
        SessionList: {
            items: {
                /** Format: uuid */
                session: string;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                seenAt: string;
                /** Format: date-time */
                until: string;
                current: boolean;
            }[];
        };
        RegisteredMandate: {
            /** Format: uuid */
            mandate: string;
        };
        NewMandate: {
            /**
             * Format: uuid
             * @description The agent
             */
            person: string;
            /** @description USCC; an enterprise that has an account here */
            enterprise: string;
            scope: ("own-record" | "authorisation")[];
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The first day on which it no longer holds
             */
            until: string;
            /** @description Name of the legal representative who gave it; only a keyed digest of it is kept */
            representative: string;
        };
        MandateEnding: {
            reason: string;
        };
        Catalogue: {
            day: string;
            region: string;
            regionName: string;
            official: boolean;
            policyHash: string;
            categories: components["schemas"]["CatalogueCategory"][];
            entries: components["schemas"]["CatalogueSummary"][];
        };
        CatalogueCategory: {
            id: string;
            no: number;
            name: string;
            since: number;
            /** @enum {string} */
            mark: "verified" | "secondary" | "unverified";
        };
        CatalogueSummary: {
            id: string;
            version: number;
            name: string;
            category: string;
            /** @enum {string} */
            state: "live" | "template";
            adverse: boolean;
            /** @enum {string} */
            mark: "verified" | "secondary" | "unverified";
        };
        CatalogueEntry: {
            id: string;
            version: number;
            name: string;
            category: string;
            /** @enum {string} */
            state: "live" | "template";
            adverse: boolean;
            /** @enum {string} */
            mark: "verified" | "secondary" | "unverified";
            categoryName: string;
            subjectKinds: string[];
            channels: string[];
            publicityRule: string | null;
            updateTermWorkingDays: number | null;
            retentionYears: number | null;
            basis: components["schemas"]["Basis"][];
            providers: {
                uscc: string;
                name: string;
            }[];
            fields: components["schemas"]["CatalogueField"][];
            /** @description Layouts other than the official heads that the policy knows */
            layouts: {
                id: string;
                name: string;
                /** @description Last day of a layout that takes over an old platform's records */
                carriedOverUntil: string | null;
            }[];
            policyHash: string;
        };
        Basis: {
            source: string;
            article: string | null;
            label: string;
        };
        CatalogueField: {
            id: string;
            name: string;
            names: string[];
            /** @enum {string} */
            type: "string" | "text" | "enum" | "enum-list" | "date" | "decimal" | "integer" | "uscc";
            lengthMax: number | null;
            scale: number | null;
            values: string[] | null;
            /** @enum {string} */
            required: "always" | "conditional" | "optional";
            /** @enum {string} */
            group: "public" | "duty" | "authorisation";
            personal: boolean;
            /** @enum {string} */
            mark: "verified" | "secondary" | "unverified";
        };
        Batch: {
            /** Format: uuid */
            batch: string;
            provider: string;
            entry: string;
            mapping: string;
            /** @enum {string} */
            state: "receiving" | "waiting" | "processing" | "done" | "withdrawn" | "failed";
            /** Format: uuid */
            mends: string | null;
            uploadOffset?: number;
            uploadLength: number | null;
            receivedAt: string | null;
            finishedAt: string | null;
            received: number;
            skipped: number;
            accepted: number;
            duplicates: number;
            quarantined: number;
            rejected: number;
            /** @description Rows of natural persons, within rejected */
            naturalPersons: number;
            issueCount: number;
            issues: components["schemas"]["BatchIssue"][];
            issuesNext: string | null;
            failure: {
                code: string;
                message: string;
            } | null;
            carriedOver: components["schemas"]["CarriedOver"];
            /** @description True when this is an earlier batch of the same file */
            sameAs?: boolean;
        };
        BatchIssue: {
            /** @description Line in the file, from 1, header included */
            row: number;
            sheet?: string;
            outcome: string;
            field: string | null;
            code: string;
            /** @description As received; masked where personal */
            value: string | null;
            message: string;
        };
        /** @description 旧平台数据迁移: how the counts of each state reconcile */
        CarriedOver: {
            documentNo: string;
            states: {
                /** @description State as the old platform writes it; empty where it writes none */
                word: string;
                declared: number;
                accepted: number;
                duplicate: number;
                quarantined: number;
                rejected: number;
            }[];
            /** @description Heads of columns of scores, which were not read */
            scores: string[];
        } | null;
        SingleRecord: {
            [key: string]: string | null;
        };
        BatchLines: {
            items: components["schemas"]["BatchLine"][];
            next: string | null;
        };
        BatchLine: {
            /** Format: uuid */
            batch: string;
            provider: string;
            /** @description As the policy of today names it */
            providerName: string | null;
            /** @description Whether it is one's own unit's; others' are opened by a look alone */
            own: boolean;
            entry: string;
            mapping: string;
            /** @enum {string} */
            state: "receiving" | "waiting" | "processing" | "done" | "withdrawn" | "failed";
            /** @description Why it failed, as a code */
            failure: string | null;
            /** Format: uuid */
            mends: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            receivedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            received: number;
            skipped: number;
            accepted: number;
            duplicates: number;
            quarantined: number;
            rejected: number;
            naturalPersons: number;
            issueCount: number;
            openQuestions: number;
            /** @description Whether it has a receipt */
            receipt: boolean;
        };
        OpenQuestions: {
            items: (components["schemas"]["BatchQuestion"] & {
                /** Format: uuid */
                batch: string;
                entry: string;
                /** Format: date-time */
                receivedAt: string | null;
            })[];
            /** @description Open questions by provider and entry: one's own; an operator's, of all providers */
            counts: {
                provider: string;
                providerName: string | null;
                entry: string;
                open: number;
            }[];
            next: string | null;
        };
        BatchQuestion: {
            row: number;
            sheet: string | null;
            codes: string[];
            messages: string[];
            name: string;
            documentNo: string | null;
            statedCode: string | null;
            /** @description Codes to choose from; never attached by themselves */
            proposals: string[];
            /** @enum {string} */
            state: "open" | "accepted" | "rejected";
            decidedSubject: string | null;
            reason: string | null;
        };
        BatchIssues: {
            items: components["schemas"]["BatchIssue"][];
            next: string | null;
        };
        BatchQuestions: {
            items: components["schemas"]["BatchQuestion"][];
            next: string | null;
        };
        AffectedSubjects: {
            items: {
                subject: string;
                records: number;
            }[];
            next: string | null;
        };
        BatchLook: {
            purpose: string;
            matter: string;
        };
        Completeness: {
            provider: string;
            entry: string;
            through: string;
            /** @default null */
            nilFrom: string | null;
        };
        SavedMapping: {
            mapping: string;
        };
        Mapping: {
            zh: string;
            entry: string;
            /**
             * @default full
             * @enum {string}
             */
            profile: "full" | "legacy";
            /** @default {} */
            columns: {
                [key: string]: string | null;
            };
            /** @default {} */
            constants: {
                [key: string]: string;
            };
            /** @default [] */
            derivations: ({
                field: string;
                template: string;
            } | {
                field: string;
                from: string;
                /** @enum {string} */
                unit: "yuan-to-wan";
                emptyWhen?: string[];
            } | {
                field: string;
                from: string;
                /** @enum {boolean} */
                excelSerial: true;
            } | {
                field: string;
                from: string;
                /** @enum {string} */
                shape: "document-number";
            } | {
                field: string;
                from: string;
                emptyWhen: string[];
            })[];
        };
        QuestionAnswered: {
            state: string;
            record: string | null;
        };
        Proposal: {
            /** Format: uuid */
            proposal: string;
            /** @enum {string} */
            command: "batch.withdraw" | "question.accept" | "batch.release" | "batch.carry-over" | "client.register" | "client.rotate" | "check.batch" | "subscription.grant" | "endpoint.register" | "withdrawal.name" | "policy.release" | "policy.withdraw" | "account.create" | "account.role" | "account.unfreeze" | "account.close";
            /** @description The command in Chinese */
            title: string;
            /** @description USCC of the unit whose second person decides */
            organisation: string;
            /** @description What it is about, as the command names it */
            target: string;
            /**
             * Format: uuid
             * @description The account that proposed it
             */
            proposedBy: string;
            documentNo: string | null;
            reason: string;
            /** @description What will be done; cannot change any more */
            payload: {
                [key: string]: unknown;
            };
            proposedAt: string;
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "approved" | "refused" | "lapsed" | "withdrawn";
            /** Format: uuid */
            decidedBy: string | null;
            decidedAt: string | null;
            decisionReason: string | null;
            /** @description Whether the caller may approve or refuse it now */
            mayDecide: boolean;
        };
        QuestionAnswer: {
            row: number;
            /** @default null */
            sheet: string | null;
            /** @enum {string} */
            action: "accept" | "reject";
            /** @default null */
            subject: string | null;
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        Withdrawal: {
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        Proposals: {
            items: components["schemas"]["Proposal"][];
            next: string | null;
        };
        Approved: {
            proposal: components["schemas"]["Proposal"];
            /** @description What the command gave; shown this once */
            result: {
                [key: string]: unknown;
            };
        };
        Approval: {
            /** @default null */
            reason: string | null;
        };
        ProposalRefusal: {
            reason: string;
        };
        NewAccount: {
            /** @description USCC of the organisation that it acts for */
            organisation: string;
            /** @description Name of an organisation that is not known yet */
            name: string;
            /** @enum {string} */
            role: "clerk" | "reviewer" | "approver" | "operator" | "leader" | "enterprise" | "bank" | "subscriber" | "hall-clerk" | "system-admin" | "security-admin" | "auditor";
            login: string;
            /**
             * Format: uuid
             * @description The human being; null for somebody new
             * @default null
             */
            person: string | null;
            /**
             * @description The number that the sign-in page gave him; from then on he signs in with that identity
             * @default null
             */
            registration: string | null;
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        NewRole: {
            /** @enum {string} */
            role: "clerk" | "reviewer" | "approver" | "operator" | "leader" | "enterprise" | "bank" | "subscriber" | "hall-clerk" | "system-admin" | "security-admin" | "auditor";
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        AccountReason: {
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        AccountList: {
            items: {
                /** Format: uuid */
                account: string;
                /** @description Its login: names of persons are not kept */
                name: string;
                organisation: string;
                organisationName: string;
                /** @enum {string} */
                role: "clerk" | "reviewer" | "approver" | "operator" | "leader" | "enterprise" | "bank" | "subscriber" | "hall-clerk" | "system-admin" | "security-admin" | "auditor";
                /** @enum {string} */
                state: "active" | "frozen" | "closed";
                /**
                 * Format: date
                 * @description Last day on which it signed in with a browser; null: never
                 */
                signedInOn: string | null;
            }[];
            next: string | null;
        };
        AccountFreezing: {
            reason: string;
        };
        ClientKeys: {
            items: components["schemas"]["ClientKey"][];
        };
        ClientKey: {
            key: string;
            organisation: string;
            /**
             * Format: uuid
             * @description The account that it acts as
             */
            account: string;
            /** @enum {string} */
            algorithm: "ed25519" | "ecdsa-p256-sha256";
            entries: string[];
            region: string;
            rowsPerBatch: number;
            batchesPerDay: number;
            notBefore: string;
            notAfter: string;
            rotatedFrom: string | null;
            /** @description When its first adverse batch was let through */
            provedAt: string | null;
            revokedAt: string | null;
        };
        KeyRegistration: {
            /**
             * @description Ed25519 or ECDSA P-256 public key, PEM (SubjectPublicKeyInfo)
             * @example -----BEGIN PUBLIC KEY-----
             *     …
             *     -----END PUBLIC KEY-----
             */
            publicKey: string;
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            notAfter: string;
            reason: string;
            /** @default null */
            documentNo: string | null;
            entries: string[];
            /** @description What the feed is expected to send */
            rowsPerBatch: number;
            batchesPerDay: number;
        };
        KeyRotation: {
            /**
             * @description Ed25519 or ECDSA P-256 public key, PEM (SubjectPublicKeyInfo)
             * @example -----BEGIN PUBLIC KEY-----
             *     …
             *     -----END PUBLIC KEY-----
             */
            publicKey: string;
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            notAfter: string;
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        KeyRevocation: {
            reason: string;
        };
        SubjectSearch: {
            items: components["schemas"]["FoundSubject"][];
            next: string | null;
            /** @description true：相符的在 500 个以上，只列出一部分。 */
            more: boolean;
            wrongCheckDigit: boolean;
            scope: components["schemas"]["AbsenceScope"];
        };
        FoundSubject: {
            /**
             * @description 统一社会信用代码，18 位。
             * @example 91990100MA00DEMO0X
             */
            uscc: string;
            name: string | null;
            formerName: string | null;
            kind: string;
            /** @enum {string} */
            standing: "registered" | "provisional";
        };
        /** @description “未查询到”所及的范围：声明完整的单位数、其中最早的截至日、未能核查的来源。 */
        AbsenceScope: {
            providers: number;
            /**
             * Format: date
             * @example 2027-06-18
             */
            completeThrough: string | null;
            unchecked: {
                title: string;
                /**
                 * Format: date
                 * @example 2027-06-18
                 */
                through: string | null;
            }[];
        };
        Subject: {
            /**
             * @description 统一社会信用代码，18 位。
             * @example 91990100MA00DEMO0X
             */
            uscc: string;
            /** @description false：本站没有这个代码的主体；范围见 coverage。 */
            known: boolean;
            name: string | null;
            kind: string | null;
            /** @enum {string|null} */
            standing: "registered" | "provisional" | null;
            formerNames: {
                name: string;
                /**
                 * Format: date
                 * @example 2027-06-18
                 */
                until: string | null;
            }[];
            /** @description 公示中的条数，按目录事项。 */
            counts: {
                entry: string;
                entryName: string;
                count: number;
            }[];
            scope: components["schemas"]["AbsenceScope"];
            coverage: components["schemas"]["SourceCoverage"][];
            /**
             * Format: date
             * @example 2027-06-18
             */
            day: string;
            policyHash: string;
        };
        SourceCoverage: {
            entry: string;
            entryName: string;
            provider: string;
            providerName: string;
            /**
             * Format: date
             * @description 声明完整到这一天（含）；null：未声明。
             * @example 2026-09-08
             */
            through: string | null;
            /**
             * @description complete 已核查，nil 零报告，late 迟报，unknown 未能核查，never 从未接入。
             * @enum {string}
             */
            state: "complete" | "nil" | "late" | "unknown" | "never";
            lateWorkingDays: number | null;
        };
        PublicRecords: {
            items: components["schemas"]["PublicRecord"][];
            next: string | null;
            /** @description false：本站没有这个代码的主体；范围见 coverage。 */
            known: boolean;
        };
        PublicRecord: {
            /** @description 记录编号。 */
            id: string;
            entry: string;
            entryName: string;
            title: string;
            documentNo: string | null;
            authority: string | null;
            provider: string;
            providerName: string;
            /**
             * Format: date
             * @example 2027-06-18
             */
            decidedOn: string | null;
            /**
             * Format: date
             * @example 2027-06-18
             */
            validUntil: string | null;
            /**
             * Format: date
             * @description 公示的最后一日（含）；null 表示没有固定终点，至移出、替代或撤销为止。
             * @example 2027-06-18
             */
            shownUntil: string | null;
            /**
             * Format: date
             * @description 自该日起可以申请信用修复；null：不适用。
             * @example 2027-06-18
             */
            repairableFrom: string | null;
            /**
             * @description 失信严重程度；unclassified 为未分类，公示期以一般类为限。null：该事项不分级。
             * @enum {string|null}
             */
            severity: "minor" | "general" | "serious" | "unclassified" | null;
            /**
             * @description 公示依据，`规范#条`；条款文字见 articleText。
             * @example order-36
             */
            article: string | null;
            articleText: string | null;
            /**
             * Format: date
             * @example 2027-06-18
             */
            receivedOn: string;
            /** @description 现时的标注：异议处理中、行政复议中、诉讼中；没有的为空。 */
            marks: components["schemas"]["Mark"][];
            /** @description 社会公开的字段；null 为未提供。 */
            fields: {
                [key: string]: string | null;
            };
        };
        Mark: {
            /** @enum {string} */
            kind: "objection" | "review" | "litigation";
            name: string;
            means: string;
        };
        PublicRecordOfSubject: components["schemas"]["PublicRecord"] & {
            /**
             * @description 统一社会信用代码，18 位。
             * @example 91990100MA00DEMO0X
             */
            uscc: string;
            name: string | null;
        };
        Coverage: {
            items: components["schemas"]["CoverageSource"][];
            /**
             * Format: date
             * @example 2026-09-08
             */
            day: string;
            region: string;
        };
        CoverageSource: {
            entry: string;
            entryName: string;
            provider: string;
            providerName: string;
            /**
             * Format: date
             * @description 声明完整到这一天（含）；null：未声明。
             * @example 2026-09-08
             */
            through: string | null;
            /**
             * @description complete 已核查，nil 零报告，late 迟报，unknown 未能核查，never 从未接入。
             * @enum {string}
             */
            state: "complete" | "nil" | "late" | "unknown" | "never";
            lateWorkingDays: number | null;
            /**
             * Format: date-time
             * @description 最近一个处理完毕的批次的时刻；null：没有
             * @example 2026-09-08T02:30:00.000Z
             */
            lastReceiptAt: string | null;
            /** @description 待核实的疑问数据条数 */
            openQuestions: number;
        };
        DualPublicityFigures: {
            month: string;
            /**
             * Format: date-time
             * @description 统计的时刻
             */
            asOf: string;
            region: string | null;
            entries: {
                entry: string;
                entryName: string;
                termWorkingDays: number;
                article: string;
                lines: components["schemas"]["DualPublicityLine"][];
                sum: components["schemas"]["DualPublicityNumbers"];
            }[];
            regions: {
                region: string;
                name: string;
                silent: number;
                sum: components["schemas"]["DualPublicityNumbers"];
            }[];
        };
        DualPublicityLine: {
            provider: string;
            providerName: string;
            region: string;
            /** @enum {string} */
            state: "sent" | "nil" | "none";
            numbers: components["schemas"]["DualPublicityNumbers"];
        };
        DualPublicityNumbers: {
            submitted: number;
            accepted: number;
            duplicates: number;
            quarantined: number;
            rejected: number;
            /**
             * @description 百分数，两位小数；null：没有可计算的行
             * @example 99.66
             */
            compliance: number | null;
            timely: number;
            late: number;
            /**
             * @description 百分数，两位小数；null：没有可计算的行
             * @example 99.66
             */
            lateness: number | null;
            undated: number;
            uncountable: number;
            correction: number;
            takenIn: number;
            sentBack: number;
            withdrawn: number;
            /** @description 从其他单位得知的决定；0 表示无第二来源 */
            second: number;
            missing: number;
        };
        DualPublicityRows: {
            items: components["schemas"]["DualPublicityRow"][];
            next: string | null;
        };
        DualPublicityRow: {
            entry: string;
            provider: string;
            batch: string;
            row: number;
            /** @enum {string} */
            outcome: "accepted" | "taken" | "duplicate" | "rejected" | "open" | "question-accepted" | "question-rejected";
            /**
             * Format: date
             * @example 2026-09-09
             */
            decidedOn: string | null;
            /** Format: date-time */
            receivedAt: string;
            /**
             * Format: date
             * @example 2026-09-09
             */
            receivedOn: string;
            workingDays: number | null;
            /** @enum {string|null} */
            verdict: "timely" | "late" | "undated" | "uncountable" | "correction" | null;
            withdrawn: boolean;
            corrected: boolean;
            correction: boolean;
            /** @description 今日公示中的记录；行政处罚等不利记录不提供，为 null */
            record: {
                subject: string;
                id: string;
            } | null;
        };
        OpenDataListing: {
            /**
             * Format: date
             * @example 2026-09-08
             */
            day: string;
            /** @example 990100 */
            region: string;
            official: boolean;
            policyHash: string;
            /**
             * Format: date-time
             * @description 计数的时刻。
             * @example 2026-09-09T01:42:00.000Z
             */
            countedAt: string;
            license: components["schemas"]["TermsOfUse"];
            items: components["schemas"]["OpenDataset"][];
        };
        TermsOfUse: {
            /** @example template */
            id: string;
            name: string;
            /** @example /open-data#terms */
            href: string;
            /** @description false：模板，未经任何机关确认，非官方。 */
            confirmed: boolean;
            /** @description 使用条款的要点。 */
            terms: string[];
        };
        OpenDataset: {
            /** @example permit */
            id: string;
            /** @example 行政许可 */
            title: string;
            version: number;
            /** @description 此刻可以取得的条数，最多晚三十秒。 */
            count: number;
            /**
             * Format: date-time
             * @description 其中最近一次收到的时刻；null：没有记录。
             * @example 2026-09-09T01:42:00.000Z
             */
            newestReceipt: string | null;
            /**
             * Format: date
             * @description 按期声明完整的数据源单位中最早的截至日（含）；null：没有单位按期声明。
             * @example 2026-09-08
             */
            completeThrough: string | null;
            /** @description 各数据源单位声明完整到哪一天。 */
            sources: {
                provider: string;
                providerName: string;
                /**
                 * Format: date
                 * @description 声明完整到这一天（含）；null：未声明。
                 * @example 2026-09-08
                 */
                through: string | null;
                /**
                 * @description complete 已核查，nil 零报告，late 迟报，unknown 未能核查，never 从未接入。
                 * @enum {string}
                 */
                state: "complete" | "nil" | "late" | "unknown" | "never";
            }[];
            /** @description 社会公开的字段；个人信息和非公开字段不在其中。 */
            fields: components["schemas"]["OpenDataField"][];
            formats: {
                /** @enum {string} */
                format: "csv" | "ndjson" | "parquet";
                /** @example text/csv; charset=utf-8; header=present */
                mediaType: string;
                /** @example /api/v1/open-data/permit.csv */
                href: string;
            }[];
            /** @example /api/v1/open-data/permit/schema */
            schema: string;
        };
        OpenDataField: {
            /** @example permitKind */
            id: string;
            /**
             * @description CSV 与 Parquet 的列名。
             * @example fields_permitKind
             */
            column: string;
            /** @example 许可类别 */
            title: string;
            /** @enum {string} */
            type: "string" | "date" | "decimal" | "integer";
            /** @description 数值的单位；null：没有或未写明。 */
            unit: string | null;
        };
        OpenDataRowSchema: {
            /** @example https://json-schema.org/draft/2020-12/schema */
            $schema: string;
            /** @example /api/v1/open-data/permit/schema */
            $id: string;
            title: string;
            description: string;
            /** @enum {string} */
            type: "object";
            properties: {
                [key: string]: unknown;
            };
            required: string[];
            additionalProperties: boolean;
        };
        LookRules: {
            /**
             * Format: date
             * @example 2027-06-18
             */
            day: string;
            policyHash: string;
            purposes: {
                purpose: string;
                name: string;
            }[];
            duties: {
                duty: string;
                name: string;
                offices: string[];
                entries: string[];
                purposes: string[];
                article: string;
                articleText: string;
                /**
                 * Format: date
                 * @example 2027-06-18
                 */
                from: string;
                /**
                 * Format: date
                 * @description 不再有此项职责的第一日；null 为没有止日
                 * @example 2027-06-18
                 */
                until: string | null;
            }[];
            offices: {
                uscc: string;
                name: string | null;
                /** @description 办件编号的格式：# 为数字，@ 为大写字母，其余原样 */
                matterFormat: string;
                subjectsPerDay: number;
            }[];
            authorisation: {
                monthsMax: number;
                usesMax: number;
            };
        };
        QueryAnswer: {
            /** Format: date-time */
            at: string;
            /**
             * Format: date
             * @example 2027-06-18
             */
            day: string;
            policyHash: string;
            prompt: string;
            answers: {
                /**
                 * @description 统一社会信用代码，18 位
                 * @example 91990100MA0XH00501
                 */
                uscc: string;
                matter: string;
                /** @description 这次查询的留痕编号，主体可以看到 */
                look: string;
                /**
                 * @description data 有记录；nothing-found 未查询到，且来源都已核查；not-checked 未能核查；not-authorised 没有授权
                 * @enum {string}
                 */
                outcome: "data" | "nothing-found" | "not-checked" | "not-authorised";
                /** @description 本平台是否有这个主体的登记或记录 */
                known: boolean | null;
                name: string | null;
                entries: {
                    entry: string;
                    entryName: string;
                    /**
                     * @description found 有记录；not-found 未查询到；unchecked 未能核查
                     * @enum {string}
                     */
                    state: "found" | "not-found" | "unchecked";
                    records: number;
                    scope: {
                        providers: number;
                        /**
                         * Format: date
                         * @example 2027-06-18
                         */
                        completeThrough: string | null;
                        unchecked: {
                            title: string;
                            /**
                             * Format: date
                             * @example 2027-06-18
                             */
                            through: string | null;
                        }[];
                    };
                }[];
                records: components["schemas"]["SharedRecord"][];
                next: string | null;
            }[];
        };
        SharedRecord: {
            id: string;
            entry: string;
            entryName: string;
            documentNo: string | null;
            authority: string | null;
            provider: string;
            providerName: string;
            /**
             * Format: date
             * @example 2027-06-18
             */
            decidedOn: string | null;
            /**
             * Format: date
             * @example 2027-06-18
             */
            validUntil: string | null;
            /**
             * Format: date
             * @description 可用的最后一日(含)，次日起不得再使用；null 为至终止时止
             * @example 2027-06-18
             */
            shownUntil: string | null;
            /** @enum {string|null} */
            severity: "minor" | "general" | "serious" | "unclassified" | null;
            /**
             * Format: date
             * @example 2027-06-18
             */
            receivedOn: string;
            /** @description 现时的标注：异议处理中、行政复议中、诉讼中；没有的为空 */
            marks: components["schemas"]["Mark"][];
            /** @description 依据所及的字段；null 为未提供 */
            fields: {
                [key: string]: string | null;
            };
        };
        Query: {
            /**
             * @description 查询事由，规则目录 access/rules.yaml 中登记的一种
             * @example administrative-approval
             */
            purpose: string;
            /** @description 依据：法定职责(写明编号)或主体的授权 */
            basis: {
                /** @enum {string} */
                kind: "duty";
                duty: string;
            } | {
                /** @enum {string} */
                kind: "authorisation";
            };
            /**
             * @description 要查的目录事项；不写则为依据所及的全部
             * @default null
             */
            entries: string[] | null;
            /**
             * @description 声明为多方办件：同一办件编号对应多个主体
             * @default false
             */
            multiParty: boolean;
            subjects: {
                /**
                 * @description 统一社会信用代码，18 位
                 * @example 91990100MA0XH00501
                 */
                uscc: string;
                /**
                 * @description 办件编号，按本单位登记的格式
                 * @example SL-2026-000123
                 */
                matter: string;
            }[];
        };
        QueryFurther: {
            /** @description 接着读下一页：原样交回，不必再填其他内容 */
            cursor: string;
        };
        OwnRecords: {
            /**
             * @description 统一社会信用代码，18 位
             * @example 91990100MA0XH00501
             */
            uscc: string;
            name: string | null;
            /** @description 本平台是否有这个主体的登记或记录 */
            known: boolean;
            items: components["schemas"]["SharedRecord"][];
            next: string | null;
        };
        OwnLooks: {
            items: {
                look: string;
                /** Format: date-time */
                at: string;
                organisation: string;
                organisationName: string;
                post: string;
                matter: string;
                purpose: string;
                purposeName: string;
                /** @enum {string} */
                basis: "duty" | "authorisation" | "own";
                basisRef: string;
                article: string | null;
                articleText: string | null;
                entries: string[];
                fields: string[];
                outcome: string;
                /** @description What the office said that it did after the look; an applied one can be objected to */
                measures: {
                    measure: string;
                    name: string;
                    applied: boolean;
                    decisionNo: string | null;
                    reason: string;
                    /** @description Its basis in words; none where it stands no more */
                    articles: string[];
                    remedy: string | null;
                    /** Format: date-time */
                    at: string;
                }[];
            }[];
            next: string | null;
        };
        LookProof: {
            disclosure: {
                suite: string;
                kind: string;
                header: {
                    [key: string]: unknown;
                };
                headerSalt: string;
                groups: ({
                    hash: string;
                } | {
                    salt: string;
                    fields: {
                        [key: string]: unknown;
                    };
                })[];
            };
            commitment: string;
            position: number;
            size: number;
            path: string[];
            note: string;
        };
        CheckAnswer: {
            /** Format: date-time */
            at: string;
            /**
             * Format: date
             * @example 2029-01-10
             */
            day: string;
            policyHash: string;
            prompt: string;
            matter: {
                id: string;
                name: string;
            };
            /** @description 答复所依据的事项，逐项说明是否已核查 */
            entries: {
                entry: string;
                entryName: string;
                /** @enum {string} */
                state: "checked" | "unchecked" | "outside";
                providers: number;
                /**
                 * Format: date
                 * @example 2029-01-10
                 */
                completeThrough: string | null;
                unchecked: {
                    title: string;
                    /**
                     * Format: date
                     * @example 2029-01-10
                     */
                    through: string | null;
                }[];
            }[];
            answers: {
                uscc: string;
                matterNo: string;
                look: string;
                /**
                 * @description measures 有适用的措施；no-measure 无适用措施(各来源均已核查)；not-checked 未能核查
                 * @enum {string}
                 */
                outcome: "measures" | "no-measure" | "not-checked";
                known: boolean;
                name: string | null;
                measures: components["schemas"]["AppliedMeasure"][];
                incentives: components["schemas"]["OfferedIncentive"][];
            }[];
        };
        AppliedMeasure: {
            measure: string;
            name: string;
            /** @enum {string} */
            kind: "restriction" | "statutory-bar";
            measureClass: number | null;
            content: string;
            basis: {
                article: string;
                text: string;
            }[];
            bodies: string[];
            decider: string | null;
            documentNo: string | null;
            /**
             * Format: date
             * @example 2029-01-10
             */
            decidedOn: string | null;
            record: string;
            /** @description 所依据记录现时的标注：异议处理中、行政复议中、诉讼中；没有的为空 */
            marks: components["schemas"]["Mark"][];
            /**
             * Format: date
             * @description 最后一日(含)；null 为没有固定期限或以决定书为准
             * @example 2029-01-10
             */
            until: string | null;
            /** @description 期限以决定书为准，本平台不掌握 */
            readDecision: boolean;
            remedy: string;
        };
        OfferedIncentive: {
            measure: string;
            name: string;
            content: string;
            basis: {
                article: string;
                text: string;
            }[];
            record: string | null;
            /** @description 所依据记录现时的标注：异议处理中、行政复议中、诉讼中；没有的为空 */
            marks: components["schemas"]["Mark"][];
            commitment: string | null;
            remedy: string;
        };
        Check: {
            /**
             * @description 事项编号，见 GET /api/v1/measures
             * @example bidding
             */
            matter: string;
            /** @example public-procurement */
            purpose: string;
            /** @example procurement-review */
            duty: string;
            /** @default false */
            multiParty: boolean;
            subjects: {
                /** @example 91990100MA0XH00501 */
                uscc: string;
                /**
                 * @description 办件编号，按本单位登记的格式
                 * @example FG-2026-0001
                 */
                matterNo: string;
            }[];
            /**
             * Format: uuid
             * @description 超过一百个主体时，已复核的申请编号
             * @default null
             */
            approval: string | null;
        };
        LargeCheck: {
            /**
             * @description 事项编号，见 GET /api/v1/measures
             * @example bidding
             */
            matter: string;
            /** @example public-procurement */
            purpose: string;
            /** @example procurement-review */
            duty: string;
            /** @default false */
            multiParty: boolean;
            subjects: {
                /** @example 91990100MA0XH00501 */
                uscc: string;
                /**
                 * @description 办件编号，按本单位登记的格式
                 * @example FG-2026-0001
                 */
                matterNo: string;
            }[];
            reason: string;
        };
        CheckFeedback: {
            uscc: string;
            look: string;
            measure: string;
            applied: boolean;
            /** @default null */
            decisionNo: string | null;
            reason: string;
        };
        CheckFeedbackList: {
            items: {
                look: string;
                matterNo: string;
                measure: string;
                name: string;
                applied: boolean;
                decisionNo: string | null;
                reason: string;
                /** Format: date-time */
                at: string;
                /** @description 这项措施的依据已失效：此前作出的个别决定由本单位依法处理 */
                basisLapsed: boolean;
            }[];
            next: string | null;
        };
        MeasureRegistry: {
            /**
             * Format: date
             * @example 2029-01-10
             */
            day: string;
            policyHash: string;
            official: boolean;
            matters: {
                id: string;
                name: string;
                purposes: string[];
            }[];
            measures: components["schemas"]["Measure"][];
        };
        Measure: {
            id: string;
            version: number;
            name: string;
            /** @enum {string} */
            kind: "restriction" | "statutory-bar" | "incentive";
            measureClass: number | null;
            className: string | null;
            item: string | null;
            content: string;
            triggers: string[];
            unless: string[];
            subjectKinds: string[];
            matters: string[];
            bodies: {
                name: string;
                levels: string[];
            }[];
            basis: {
                article: string;
                text: string;
            }[];
            term: {
                kind: string;
                months: number | null;
            };
            remedy: string;
            commitment: string | null;
            /** @enum {string} */
            state: "live" | "template" | "pending" | "lapsed";
            stateName: string;
            /** @enum {string} */
            mark: "verified" | "secondary" | "unverified";
            note: string | null;
        };
        MeasureFigures: {
            month: string;
            measures: {
                measure: string;
                name: string;
                /** @description 少于十件不公布确数 */
                applied: number | null;
                /** @description 少于十件不公布确数 */
                notApplied: number | null;
                /** @description 少于十件不公布确数 */
                offices: number | null;
            }[];
        };
        Inbox: {
            /** @description 未读条数 */
            unread: number;
            items: components["schemas"]["Notice"][];
            next: string | null;
        };
        Notice: {
            /** @description 这一条的位置，标记已读时交回 */
            position: string;
            /** Format: date-time */
            at: string;
            /**
             * @description 通知的种类
             * @enum {string}
             */
            kind: "looked-at" | "authorisation-used" | "authorisation-expired" | "authorisation-revoked" | "record-arrived" | "publicity-ends" | "repair-possible" | "case-notice" | "case-served" | "case-hearing" | "case-decision" | "case-listed" | "case-removed" | "case-restored" | "case-closed" | "objection-accepted" | "objection-refused" | "objection-forwarded" | "objection-extended" | "objection-answered" | "objection-to-answer" | "objection-reminder" | "repair-accepted" | "repair-refused" | "repair-need-more" | "repair-extended" | "repair-decided" | "repair-to-handle" | "repair-reminder" | "record-recalled" | "listings-changed" | "receipts-owed" | "receipts-reminder" | "alert" | "proposal-approved" | "proposal-refused";
            title: string;
            text: string;
            /** @description 所关的记录、授权、异常情形或申请的编号；按日汇总的为 null */
            about: string | null;
            /** @description 本账户是否未读 */
            isNew: boolean;
        };
        NoticesUnread: {
            /** @description 未读条数 */
            unread: number;
        };
        NoticesRead: {
            /** @description 这一条的位置，标记已读时交回 */
            through: string;
        };
        PolicyDrafts: {
            items: {
                /** Format: uuid */
                draft: string;
                title: string;
                /** Format: uuid */
                createdBy: string;
                /**
                 * Format: date-time
                 * @example 2026-09-09T02:00:00.000Z
                 */
                createdAt: string;
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-09-09T02:00:00.000Z
                 */
                savedAt: string;
                /**
                 * @description SHA-256
                 * @example 0000000000000000000000000000000000000000000000000000000000000000
                 */
                hash: string;
                files: string[];
            }[];
            next: string | null;
        };
        PolicyDraft: {
            /** Format: uuid */
            draft: string;
            title: string;
            /** Format: uuid */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-09-09T02:00:00.000Z
             */
            createdAt: string;
            version: number;
            /**
             * Format: date-time
             * @example 2026-09-09T02:00:00.000Z
             */
            savedAt: string;
            /**
             * @description SHA-256
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            hash: string;
            /** @description Texts by path, 1 MB together */
            files: {
                [key: string]: string;
            };
        };
        PolicyJudgement: {
            /**
             * Format: date
             * @example 2026-10-09
             */
            effective: string;
            faults: {
                file: string;
                line: number;
                column: number;
                code: string;
                message: string;
                cure: string;
                article: string | null;
                /** @description The article as people read it */
                articleText: string | null;
            }[];
            cases: {
                title: string;
                passed: boolean;
                told: string;
            }[];
            changes: components["schemas"]["PolicyChange"][];
            /** @description Whether it worsens anybody's position: then it waits the days of notice */
            worsens: boolean;
            /**
             * Format: date
             * @description The first day on which it may take effect if it is confirmed today; null where it has faults
             * @example 2026-10-09
             */
            earliest: string | null;
            notice: {
                days: number;
                article: string;
                articleText: string;
                mark: string;
            } | null;
            /**
             * @description SHA-256
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            policyHash: string | null;
        };
        PolicyChange: {
            kind: string;
            id: string | null;
            path: string[];
            /** @enum {string} */
            what: "added" | "removed" | "changed";
            /** @enum {string} */
            effect: "worsening" | "relief" | "neutral";
            /** @description What is changed, in words */
            place: string;
            /** @description A value in words */
            before: string | null;
            /** @description A value in words */
            after: string | null;
        };
        PolicyImpact: {
            /**
             * Format: date
             * @example 2026-10-09
             */
            day: string;
            items: {
                entry: string;
                name: string;
                /** @description Null where fewer than ten and more than none */
                subjects: number | null;
                /** @description Null where fewer than ten and more than none */
                records: number | null;
                cells: {
                    kind: string;
                    territory: string;
                    /** @description Null where fewer than ten and more than none */
                    subjects: number | null;
                    /** @description Null where fewer than ten and more than none */
                    records: number | null;
                }[];
            }[];
        };
        NewPolicyDraft: {
            title: string;
            /** @description Texts by path, 1 MB together */
            files: {
                [key: string]: string;
            };
        };
        PolicyDraftEdit: {
            /** @description The version that was read */
            version: number;
            /** @description Texts by path, 1 MB together */
            files: {
                [key: string]: string;
            };
        };
        PolicyReleaseAsked: {
            /** @description The version that was read */
            version: number;
            /** Format: date */
            effective: string;
            /** @description Why, for everybody to read */
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        PolicyWithdrawalAsked: {
            /** @description Why, for everybody to read */
            reason: string;
            /** @default null */
            documentNo: string | null;
        };
        PolicyTexts: {
            items: {
                /**
                 * @description `shipped` and `local`, each with its pack behind a slash; `release-N` for what was released
                 * @example shipped
                 */
                layer: string;
                /** @example measures/measures.yaml */
                path: string;
            }[];
        };
        PolicyText: {
            /**
             * @description `shipped` and `local`, each with its pack behind a slash; `release-N` for what was released
             * @example shipped
             */
            layer: string;
            /** @example measures/measures.yaml */
            path: string;
            text: string;
        };
        PolicyAssessment: {
            /** Format: uuid */
            assessment: string;
            title: string;
            /** Format: uuid */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-09-09T02:00:00.000Z
             */
            madeAt: string;
            /**
             * @description SHA-256
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            hash: string;
            /**
             * @description SHA-256
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            policyHash: string;
            /** @description Texts by path, 1 MB together */
            files: {
                [key: string]: string;
            };
            report: components["schemas"]["PolicyAssessmentReport"];
        };
        PolicyAssessmentReport: {
            /**
             * Format: date
             * @example 2026-10-09
             */
            day: string;
            standing: boolean;
            reasons: {
                code: string;
                message: string;
                article: string | null;
                /** @description The article as people read it */
                articleText: string | null;
                path: string;
                line: number;
                column: number;
            }[];
            measures: components["schemas"]["AssessedMeasure"][];
            lists: {
                id: string;
                name: string;
                standing: boolean;
                subjectKinds: string[];
                exits: string[];
                basis: components["schemas"]["AssessedBasis"][];
                counts: {
                    entry: string;
                    name: string;
                    /** @description Null where fewer than ten and more than none */
                    subjects: number | null;
                    /** @description Null where fewer than ten and more than none */
                    records: number | null;
                    cells: {
                        kind: string;
                        territory: string;
                        size: string;
                        /** @description Null where fewer than ten and more than none */
                        subjects: number | null;
                        /** @description Null where fewer than ten and more than none */
                        records: number | null;
                    }[];
                }[];
            }[];
        };
        AssessedMeasure: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "restriction" | "statutory-bar" | "incentive";
            class: 1 | 2 | 3 | null;
            /** @enum {string} */
            state: "live" | "template" | "pending" | "lapsed";
            content: string;
            standing: boolean;
            triggers: {
                /** @enum {string} */
                kind: "list" | "entry";
                id: string;
                name: string;
                conditions: {
                    field: string;
                    contains: string[];
                }[];
            }[];
            matters: {
                id: string;
                name: string;
            }[];
            subjectKinds: string[];
            bodies: {
                name: string;
                levels: string[];
            }[];
            term: {
                /** @enum {string} */
                kind: "while-triggered" | "months" | "stated";
                months: number | null;
            };
            remedy: {
                text: string;
                article: string | null;
            };
            basis: components["schemas"]["AssessedBasis"][];
            findings: {
                code: string;
                /**
                 * @description A fault takes its standing; a question must be answered by a person
                 * @enum {string}
                 */
                weight: "fault" | "question";
                message: string;
                article: string | null;
                /** @description The article as people read it */
                articleText: string | null;
                /** @enum {string|null} */
                mark: "verified" | "secondary" | "unverified" | null;
                path: string;
                line: number;
                column: number;
            }[];
            counts: {
                entry: string;
                name: string;
                /** @description Null where fewer than ten and more than none */
                subjects: number | null;
                /** @description Null where fewer than ten and more than none */
                records: number | null;
                cells: {
                    kind: string;
                    territory: string;
                    size: string;
                    /** @description Null where fewer than ten and more than none */
                    subjects: number | null;
                    /** @description Null where fewer than ten and more than none */
                    records: number | null;
                }[];
            }[];
        };
        AssessedBasis: {
            source: string;
            article: string | null;
            title: string | null;
            rank: string | null;
            territory: string | null;
            /**
             * Format: date
             * @example 2026-10-09
             */
            inForce: string | null;
            /**
             * Format: date
             * @example 2026-10-09
             */
            until: string | null;
            /** @enum {string|null} */
            mark: "verified" | "secondary" | "unverified" | null;
            /** @description Of a rank that may carry a measure of this class */
            carries: boolean;
            /** @description Of the region's territory and in force on the day */
            holds: boolean;
        };
        NewPolicyAssessment: {
            title: string;
            /** @description YAML of measures or incentives alone, in place of files */
            document?: string;
            /** @description Texts by path, 1 MB together */
            files?: {
                [key: string]: string;
            };
        };
        PolicyAssessments: {
            items: {
                /** Format: uuid */
                assessment: string;
                title: string;
                standing: boolean;
                /** Format: uuid */
                createdBy: string;
                /**
                 * Format: date-time
                 * @example 2026-09-09T02:00:00.000Z
                 */
                madeAt: string;
                measures: number;
                reasons: number;
            }[];
            next: string | null;
        };
        PolicyReleases: {
            items: {
                number: number;
                title: string;
                /**
                 * Format: date
                 * @example 2026-10-09
                 */
                effective: string;
                /** @enum {string} */
                state: "waiting" | "in-effect" | "withdrawn";
                /** @description Whether it worsens anybody's position: then it waits the days of notice */
                worsens: boolean;
                changes: number;
                reason: string;
                documentNo: string | null;
                organisation: string;
                organisationName: string;
                /**
                 * Format: date-time
                 * @example 2026-09-09T02:00:00.000Z
                 */
                confirmedAt: string;
                /**
                 * Format: date-time
                 * @example 2026-09-09T02:00:00.000Z
                 */
                withdrawnAt: string | null;
                withdrawnReason: string | null;
                /**
                 * @description SHA-256
                 * @example 0000000000000000000000000000000000000000000000000000000000000000
                 */
                hash: string;
                /**
                 * @description SHA-256
                 * @example 0000000000000000000000000000000000000000000000000000000000000000
                 */
                policyHash: string;
            }[];
            next: number | null;
        };
        PolicyRelease: {
            number: number;
            title: string;
            /**
             * Format: date
             * @example 2026-10-09
             */
            effective: string;
            /** @enum {string} */
            state: "waiting" | "in-effect" | "withdrawn";
            /** @description Whether it worsens anybody's position: then it waits the days of notice */
            worsens: boolean;
            changes: number;
            reason: string;
            documentNo: string | null;
            organisation: string;
            organisationName: string;
            /**
             * Format: date-time
             * @example 2026-09-09T02:00:00.000Z
             */
            confirmedAt: string;
            /**
             * Format: date-time
             * @example 2026-09-09T02:00:00.000Z
             */
            withdrawnAt: string | null;
            withdrawnReason: string | null;
            /**
             * @description SHA-256
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            hash: string;
            /**
             * @description SHA-256
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            policyHash: string;
            difference: components["schemas"]["PolicyChange"][];
            /** @description Texts by path, 1 MB together */
            files: {
                [key: string]: string;
            };
        };
        SubscriptionWish: {
            /** @example 91990100MA0XH00426 */
            organisation: string;
            name: string;
            basis: {
                /** @enum {string} */
                kind: "article";
                /** @example opinions-2025#10 */
                article: string;
            } | {
                /** @enum {string} */
                kind: "contract";
                number: string;
            };
            /** @example financing */
            purpose: string;
            entries: string[];
            /**
             * Format: date
             * @example 2026-09-30
             */
            since: string;
            /**
             * Format: date
             * @description First day on which it is not good any more
             * @example 2026-09-30
             */
            until: string;
            documentNo: string;
            reason: string;
        };
        Subscriptions: {
            items: components["schemas"]["Subscription"][];
            next: string | null;
        };
        Subscription: {
            subscription: string;
            organisation: string;
            name: string;
            basis: {
                /** @enum {string} */
                kind: "article";
                /** @example opinions-2025#10 */
                article: string;
            } | {
                /** @enum {string} */
                kind: "contract";
                number: string;
            };
            purpose: string;
            entries: string[];
            since: string;
            until: string;
            grantedAt: string;
            endedAt: string | null;
        };
        SubscriptionEnd: {
            reason: string;
        };
        EndpointWish: {
            /** @example 91990100MA0XH00426 */
            organisation: string;
            name: string;
            /** @enum {string} */
            feed: "withdrawals" | "recalls" | "reminders";
            /**
             * @description At an origin that the operator listed
             * @example https://approval.example.cn/xinheng
             */
            url: string;
            documentNo: string;
            reason: string;
        };
        Endpoints: {
            items: components["schemas"]["Endpoint"][];
            next: string | null;
            /** @description Origins that the operator listed, for whoever may ask for an address; null for everybody else */
            origins: string[] | null;
        };
        Endpoint: {
            endpoint: string;
            organisation: string;
            name: string;
            /** @enum {string} */
            feed: "withdrawals" | "recalls" | "reminders";
            url: string;
            registeredAt: string;
            endedAt: string | null;
            /** @description Messages that arrived */
            messages: number;
            /** @description Tries in a row that did not */
            failures: number;
            nextAt: string;
            lastAt: string | null;
            /** @description The receiver's status, or why there was none */
            lastAnswer: string | null;
        };
        EndpointEnd: {
            reason: string;
        };
        EndpointKey: {
            /** @enum {string} */
            kty: "OKP";
            /** @enum {string} */
            crv: "Ed25519";
            kid: string;
            /** @enum {string} */
            use: "sig";
            /** @description The raw key, base64url */
            x: string;
        };
        Delivery: {
            day: string;
            policyHash: string;
            items: {
                id: string;
                replaces: string | null;
                name: string | null;
                shownUntil: string | null;
                marks: components["schemas"]["Mark"][];
                digest: string;
                content: {
                    uscc: string;
                    entry: string;
                    entryVersion: number;
                    provider: string;
                    documentNo: string | null;
                    authority: string | null;
                    decidedOn: string | null;
                    validFrom: string | null;
                    validUntil: string | null;
                    severity: string | null;
                    fields: {
                        [key: string]: string | string[] | null;
                    };
                };
            }[];
            next: string | null;
        };
        DeliveryWish: {
            /** @description 本次接收的编号，由接收单位自定；同一编号重复请求，结果相同 */
            delivery: string;
            /** @default null */
            entries: string[] | null;
            /**
             * @description 连同以前接收过的一并重新交付，编号不变
             * @default false
             */
            again: boolean;
            /** @default null */
            cursor: string | null;
        };
        /** @description 自此通知起，这条信息的全部状态；以位置最大的通知为准 */
        WithdrawalFeed: {
            day: string;
            items: ({
                /** @enum {string} */
                kind: "ended" | "restored" | "corrected" | "withdrawn" | "marked" | "unmarked";
                position: number;
                at: string;
                id: string;
                effective: string | null;
                /** @description 不得展示和使用的日期；from 为 null 的是自始不存在，through 为 null 的是没有止日 */
                ends: {
                    from: string | null;
                    through: string | null;
                }[];
                marks: string[];
                paused: boolean;
            } | {
                /** @enum {string} */
                kind: "expired";
                id: string;
                effective: string;
                shownUntil: string;
            })[];
            /** @description 接着取的位置，总是有；今日取完后，明日仍由此接着取 */
            cursor: string;
            more: boolean;
        };
        WithdrawalStanding: {
            received: number;
            nextPosition: number;
            through: number | null;
            unacknowledged: number;
            oldestAt: string | null;
        };
        WithdrawalReceipt: {
            /** @default null */
            through: number | null;
            /** @default [] */
            events: {
                id: string;
                position: number;
            }[];
        };
        OwnWithdrawalStanding: {
            received: number;
            nextPosition: number;
            through: number | null;
            unacknowledged: number;
            oldestAt: string | null;
            reminders: {
                at: string;
                unacknowledged: number;
                oldestAt: string;
            }[];
        };
        WithdrawalDigest: {
            day: string;
            nextPosition: number;
            entries: {
                entry: string;
                count: number;
                digest: string;
                buckets: {
                    bucket: number;
                    count: number;
                    digest: string;
                }[] | null;
            }[];
        };
        WithdrawalCopies: {
            items: {
                id: string;
                shownUntil: string | null;
                digest: string;
            }[];
            next: string | null;
        };
        LateSubscribers: {
            items: components["schemas"]["LateSubscriber"][];
            /** @description 公布的依据；未经确认的是模板，不能公布任何单位 */
            naming: {
                /** @description 依据是否已经确认 */
                confirmed: boolean;
                basis: string;
                publisher: string;
                days: number;
            };
        };
        LateSubscriber: {
            organisation: string;
            name: string;
            unacknowledged: number;
            oldestAt: string;
            days: number;
            remindedAt: string | null;
            namedAt: string | null;
        };
        ReminderWish: {
            organisation: string;
            reason: string;
        };
        NamingWish: {
            organisation: string;
            documentNo: string;
            reason: string;
        };
        Subscribers: {
            items: components["schemas"]["Subscriber"][];
        };
        Subscriber: {
            organisation: string;
            name: string;
            /** @description 今日有效的订阅所及的事项；没有有效订阅的为空 */
            entries: string[];
            until: string | null;
            received: number;
            receivedAt: string | null;
            nextPosition: number;
            through: number | null;
            unacknowledged: number;
            oldestAt: string | null;
            days: number | null;
            remindedAt: string | null;
            namedAt: string | null;
        };
        OneSubscriber: {
            organisation: string;
            name: string;
            /** @description 今日有效的订阅所及的事项；没有有效订阅的为空 */
            entries: string[];
            until: string | null;
            received: number;
            receivedAt: string | null;
            nextPosition: number;
            through: number | null;
            unacknowledged: number;
            oldestAt: string | null;
            days: number | null;
            remindedAt: string | null;
            namedAt: string | null;
            pulls: {
                delivery: string;
                at: string;
                statements: number;
            }[];
            open: {
                position: number;
                /** @enum {string} */
                kind: "ended" | "restored" | "corrected" | "withdrawn" | "marked" | "unmarked";
                at: string;
            }[];
            reminders: {
                at: string;
                unacknowledged: number;
                oldestAt: string;
            }[];
        };
        Recalls: {
            items: {
                /** @description 变动的序号 */
                position: number;
                /** Format: date-time */
                at: string;
                /** @description revoked 撤销、quashed 确认违法或者无效；归错主体的同此 */
                what: string;
                /** @description 此前的查询和核查中用到它的次数，已逐一告知 */
                told: number;
                /** @description 其中所在单位已有人读到的次数 */
                read: number;
            }[];
            next: string | null;
        };
        Trace: {
            /** @description 文件中含有统一社会信用代码的行数 */
            rows: number;
            exports: {
                export: string;
                /** Format: date-time */
                at: string;
                organisation: string;
                organisationName: string;
                account: string;
                purpose: string;
                /** @enum {string} */
                channel: "duty" | "authorisation";
                /** @description 这次导出的行数 */
                rows: number;
                /** @description 文件中仍有这次导出的编号 */
                named: boolean;
                /** @description 文件与这次导出共有的行数 */
                common: number;
                /** @description 共有的行保持这次导出行序的程度：1 为完全一致，0.5 左右为偶然；共有不足两行时为 null */
                inOrder: number | null;
                commitment: string;
            }[];
            note: string;
        };
        TraceQuestion: {
            /**
             * @description 表格文件的 Base64，CSV 或 XLSX，约 700 kB 以内
             * @example 57uf5LiA56S+5Lya5L+h55So5Luj56CB
             */
            file: string;
            /**
             * @description 为何追查，记入审计
             * @example 接到举报，有导出表流出
             */
            reason: string;
        };
        AccessDraw: {
            /**
             * Format: date
             * @example 2026-09-09
             */
            day: string;
            /** @description 种子的 SHA-256，十六进制 */
            seedHash: string;
            /** Format: date-time */
            committedAt: string;
            /** @description 摘要是否在当日开始以后才公布 */
            late: boolean;
            /** @description 当日的种子，十六进制；当日未结束时为 null */
            seed: string | null;
            perTenThousand: number | null;
            looks: number | null;
            drawn: number | null;
            /**
             * Format: date
             * @description 说明的最后期限；工作日历未覆盖时为 null
             * @example 2026-09-09
             */
            due: string | null;
            justified: number;
            confirmed: number;
            rejected: number;
            overdue: number;
        };
        AccessRoot: {
            /** Format: date-time */
            hour: string;
            size: number;
            /** @description 签名注记，格式见 docs/spec/access-log.md */
            note: string;
        };
        DelayedLooks: {
            article: string;
            matters: number;
            looks: number;
        };
        LookJustification: {
            /** @description 查询的留痕编号 */
            look: string;
            /**
             * Format: date
             * @example 2026-09-09
             */
            day: string;
            /** Format: date-time */
            at: string;
            organisation: string;
            /** Format: uuid */
            account: string;
            /** @description 审计员所见为 null */
            subject: string | null;
            /** @description 审计员所见为 null */
            matter: string | null;
            purpose: string;
            /**
             * Format: date
             * @description 说明的最后期限；工作日历未覆盖时为 null
             * @example 2026-09-09
             */
            due: string | null;
            /**
             * @description open 待说明；justified 待第二人核对；confirmed 核对属实；rejected 核对不属实
             * @enum {string}
             */
            state: "open" | "justified" | "confirmed" | "rejected";
            overdue: boolean;
            document: string | null;
            reason: string | null;
            remark: string | null;
        };
        AccessAlert: {
            /** Format: uuid */
            alert: string;
            rule: string;
            /** Format: uuid */
            account: string;
            organisation: string | null;
            organisationName: string | null;
            role: string | null;
            /** Format: date-time */
            at: string;
            /** @description 在时间段内计得的数 */
            counted: number;
            /** @description 规则所许的数，超过即为异常 */
            more: number;
            minutes: number;
            /**
             * @description alert 告知；step-up 重新验证身份；freeze 冻结账户
             * @enum {string}
             */
            response: "alert" | "step-up" | "freeze";
            /** @enum {string} */
            state: "open" | "closed";
            /** Format: date-time */
            closedAt: string | null;
            /** Format: uuid */
            closedBy: string | null;
            closedWhy: string | null;
        };
        LookDelay: {
            /** Format: uuid */
            delay: string;
            matter: string;
            rule: string;
            article: string;
            reason: string;
            /**
             * Format: date
             * @description 自这一日起告知主体
             * @example 2026-09-09
             */
            until: string;
            /** @enum {string} */
            state: "proposed" | "confirmed";
        };
        AuditTrace: {
            /** Format: uuid */
            entry: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description 平台自身所为的为 null
             */
            account: string | null;
            role: string | null;
            /** @description 经办账户的单位；主体为自己办理的为 null */
            organisation: string | null;
            organisationName: string | null;
            action: string;
            /** @description 平台内部编号；可能指向主体的为 null */
            target: string | null;
            /** @description 涉及的行数 */
            count: number;
            /** @enum {string} */
            outcome: "done" | "refused" | "withdrawn" | "failed";
            /** @description 是否写有理由；理由本身不在此列出 */
            reasoned: boolean;
        };
        TrailLook: {
            /** @description 查看审计记录的事由 */
            purpose: string;
            /**
             * @description 操作名称，或以点结尾的一类，如 account.
             * @default null
             * @example account.
             */
            action: string | null;
            /**
             * Format: uuid
             * @default null
             */
            account: string | null;
            /** @default null */
            organisation: string | null;
            /**
             * @description 平台内部编号；可能指向主体的为 null
             * @default null
             */
            target: string | null;
            /**
             * Format: date
             * @default null
             * @example 2026-09-09
             */
            from: string | null;
            /**
             * Format: date
             * @default null
             * @example 2026-09-09
             */
            to: string | null;
            /** @default null */
            cursor: string | null;
        };
        OfficeToday: {
            /**
             * Format: date
             * @example 2026-09-09
             */
            day: string;
            /**
             * @description own 本人的；office 本单位的
             * @enum {string}
             */
            reach: "own" | "office";
            /** @description 本单位今日可查的不同主体数、已查、还可查；未登记为查询单位的为 null */
            budget: {
                subjects: number;
                used: number;
                left: number;
            } | null;
            looks: number;
            matters: number;
            items: {
                /** @description 留痕编号 */
                look: string;
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                account: string;
                /** @description 复核人所见为 null */
                subject: string | null;
                matter: string;
                purpose: string;
                /** @enum {string} */
                basis: "duty" | "authorisation";
                entries: string[];
                /** @enum {string} */
                outcome: "data" | "nothing-found" | "not-authorised" | "not-checked";
            }[];
            next: string | null;
        };
        AuthorisationWording: {
            draft: string;
            authorisation: string;
            /** @description To be shown to the subject as it stands */
            consent: string;
            sha256: string;
        };
        AuthorisationDraft: {
            /**
             * @description The office that may look
             * @example 91990100MA0XH0034B
             */
            grantee: string;
            scope: {
                entry: string;
                /** @description Null: all that may be authorised today; spelt out in the wording */
                fields: string[] | null;
            }[];
            /** @example financing */
            purpose: string;
            uses: number;
            /**
             * Format: date
             * @example 2026-09-09
             */
            from: string;
            /**
             * Format: date
             * @description Last day; it ends at 24:00 in Asia/Shanghai
             * @example 2026-09-09
             */
            through: string;
            /**
             * @description At a hall: the subject
             * @default null
             * @example 91990100MA0XH0034B
             */
            subject: string | null;
        };
        AuthorisationGiven: {
            authorisation: string;
            subject: string;
            grantee: {
                uscc: string;
                name: string;
            };
            scope: {
                entry: string;
                version: number;
                fields: string[];
            }[];
            purpose: string;
            uses: number;
            usesLeft: number;
            from: string;
            through: string;
            /**
             * @description Today
             * @enum {string}
             */
            state: "live" | "not-yet" | "expired" | "revoked" | "spent";
            /** @enum {string} */
            how: "portal" | "hall";
            givenAt: string;
            revokedAt: string | null;
            /** @enum {string|null} */
            revokedBy: "grantor" | "hall" | "grantee" | null;
            commitment: string;
            consent: string;
            /** @description A signed note */
            artefact: string;
        };
        AuthorisationGiving: {
            /**
             * @description The office that may look
             * @example 91990100MA0XH0034B
             */
            grantee: string;
            scope: {
                entry: string;
                /** @description Null: all that may be authorised today; spelt out in the wording */
                fields: string[] | null;
            }[];
            /** @example financing */
            purpose: string;
            uses: number;
            /**
             * Format: date
             * @example 2026-09-09
             */
            from: string;
            /**
             * Format: date
             * @description Last day; it ends at 24:00 in Asia/Shanghai
             * @example 2026-09-09
             */
            through: string;
            draft: string;
            /** @description SHA-256 of the wording that the subject has seen */
            consent: string;
            /** @default null */
            hall: {
                /** @example 91990100MA0XH0034B */
                subject: string;
                /** @description Number of the paper file at the hall */
                file: string;
                /** @enum {string} */
                appeared: "legal-representative" | "agent";
                /** @description Who appeared; only a keyed digest is kept */
                name: string;
            } | null;
        };
        Authorisations: {
            items: components["schemas"]["Authorisation"][];
            next: string | null;
        };
        Authorisation: {
            authorisation: string;
            subject: string;
            grantee: {
                uscc: string;
                name: string;
            };
            scope: {
                entry: string;
                version: number;
                fields: string[];
            }[];
            purpose: string;
            uses: number;
            usesLeft: number;
            from: string;
            through: string;
            /**
             * @description Today
             * @enum {string}
             */
            state: "live" | "not-yet" | "expired" | "revoked" | "spent";
            /** @enum {string} */
            how: "portal" | "hall";
            givenAt: string;
            revokedAt: string | null;
            /** @enum {string|null} */
            revokedBy: "grantor" | "hall" | "grantee" | null;
            commitment: string;
        };
        AuthorisationFile: {
            authorisation: string;
            subject: string;
            grantee: {
                uscc: string;
                name: string;
            };
            scope: {
                entry: string;
                version: number;
                fields: string[];
            }[];
            purpose: string;
            uses: number;
            usesLeft: number;
            from: string;
            through: string;
            /**
             * @description Today
             * @enum {string}
             */
            state: "live" | "not-yet" | "expired" | "revoked" | "spent";
            /** @enum {string} */
            how: "portal" | "hall";
            givenAt: string;
            revokedAt: string | null;
            /** @enum {string|null} */
            revokedBy: "grantor" | "hall" | "grantee" | null;
            commitment: string;
            /** @description The wording that was consented to */
            consent: string | null;
        };
        AuthorisationRevocation: {
            /** @default null */
            hall: {
                /** @example 91990100MA0XH0034B */
                subject: string;
                /** @description Number of the paper file at the hall */
                file: string;
                /** @enum {string} */
                appeared: "legal-representative" | "agent";
                /** @description Who appeared; only a keyed digest is kept */
                name: string;
            } | null;
        };
        ListCases: {
            items: components["schemas"]["ListCaseItem"][];
            next: string | null;
        };
        ListCaseItem: {
            case: string;
            list: string;
            listName: string;
            subject: {
                uscc: string;
                name: string;
            };
            authority: {
                uscc: string;
                name: string;
            };
            ground: string;
            groundName: string;
            /** @description Where it stands today */
            standing: string;
            /** @description The legal day of this answer */
            asOf: string;
            version: number;
            openedAt: string;
            listedFrom: string | null;
            /** @description Last day; null where the term has no fixed end */
            listedUntil: string | null;
            defenceUntil: string | null;
            /** @description What may be done, by whom, from which day on */
            next: {
                kind: string;
                exit: string | null;
                by: string;
                from: string;
            }[];
            /** @description Steps that may not be taken yet, and why */
            held: {
                kind: string;
                exit: string | null;
                by: string;
                code: string;
                title: string;
                article: string | null;
                /** @description The article as people read it */
                articleText: string | null;
                /** @description First lawful day, where it is known */
                from: string | null;
            }[];
        };
        ListCaseWork: {
            items: components["schemas"]["ListCaseItem"][];
            /** @description Lists on which one's own unit may open a case today */
            lists: {
                list: string;
                name: string;
                grounds: {
                    ground: string;
                    name: string;
                    threshold: string;
                }[];
            }[];
            next: string | null;
        };
        ListCase: {
            case: string;
            list: string;
            listName: string;
            subject: {
                uscc: string;
                name: string;
            };
            authority: {
                uscc: string;
                name: string;
            };
            ground: string;
            groundName: string;
            /** @description Where it stands today */
            standing: string;
            /** @description The legal day of this answer */
            asOf: string;
            version: number;
            openedAt: string;
            listedFrom: string | null;
            /** @description Last day; null where the term has no fixed end */
            listedUntil: string | null;
            defenceUntil: string | null;
            /** @description What may be done, by whom, from which day on */
            next: {
                kind: string;
                exit: string | null;
                by: string;
                from: string;
            }[];
            /** @description Steps that may not be taken yet, and why */
            held: {
                kind: string;
                exit: string | null;
                by: string;
                code: string;
                title: string;
                article: string | null;
                /** @description The article as people read it */
                articleText: string | null;
                /** @description First lawful day, where it is known */
                from: string | null;
            }[];
            facts: string;
            evidence: {
                title: string;
                digest: string;
            }[];
            naturalPersons: number;
            /** @description Two persons stand for a service before its entry */
            noticeRunsLate: boolean;
            hearingOn: string | null;
            remedies: {
                kind: string;
                until: string;
                mark: string;
            }[];
            steps: {
                no: number;
                kind: string;
                /** @description Day of entry */
                day: string;
                /** @description Day of the fact */
                on: string;
                words: string | null;
                document: string | null;
            }[];
            documents: {
                document: string;
                kind: string;
                number: string;
                issuedOn: string;
                template: number;
                sha256: string;
            }[];
            /** @description What early removal must find met, word for word */
            exitConditions: string[];
            extensionMonthsMax: number;
        };
        ListCaseOpening: {
            /** @description USCC that the decision will name; a name alone lists nobody */
            subject: string;
            /** @example mass-incident */
            ground: string;
            facts: string;
            evidence: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            }[];
            /**
             * @description Responsible persons whom the rule would list as well: counted, and refused
             * @default 0
             */
            naturalPersons: number;
        };
        ListCaseStepTaking: {
            /** @description Number of steps that the caller has seen */
            version: number;
            /** @enum {string} */
            kind: "notice" | "notice-served" | "late-entry" | "hearing-set" | "hearing-held" | "decision" | "decision-returned" | "decision-approved" | "decision-served" | "exit" | "exit-returned" | "exit-approved" | "close";
            /**
             * Format: date
             * @description Day of the fact (of service, of the hearing); null: today
             * @example 2026-09-09
             */
            on?: string;
            /** @default null */
            words: string | null;
            /**
             * @description How a document was served, and its receipt
             * @default null
             */
            receipt: {
                /** @enum {string} */
                how: "direct" | "left" | "post" | "electronic" | "announcement";
                proof: {
                    title: string;
                    /** @description SHA-256 of the file */
                    digest: string;
                };
            } | null;
            /**
             * Format: date
             * @example 2026-09-09
             */
            hearingOn?: string;
            /** @default 0 */
            extensionMonths: number;
            /**
             * @default null
             * @enum {string|null}
             */
            exit: "early-removal" | "correction" | "revocation" | null;
            /**
             * Format: date
             * @example 2026-09-09
             */
            correctedOn?: string;
            /**
             * @description Conditions of the list, word for word
             * @default []
             */
            conditionsMet: string[];
        };
        OwnCaseStepTaking: {
            /** @description Number of steps that the caller has seen */
            version: number;
            /** @enum {string} */
            kind: "defence" | "waiver";
            /** @default null */
            words: string | null;
            /** @default false */
            asksHearing: boolean;
        };
        Objections: {
            items: components["schemas"]["Objection"][];
            next: string | null;
        };
        Objection: {
            objection: string;
            version: number;
            /** @enum {string} */
            kind: "statement" | "listing" | "measure" | "look";
            /** @enum {string} */
            phase: "filed" | "accepted" | "forwarded" | "answered" | "closed" | "not-accepted" | "withdrawn";
            phaseName: string;
            subject: {
                uscc: string;
                name: string;
            };
            /** @enum {string} */
            via: "portal" | "hall";
            about: {
                record: string | null;
                entry: string | null;
                entryName: string | null;
                documentNo: string | null;
                look: string | null;
                measure: string | null;
                measureName: string | null;
            };
            ground: string;
            groundName: string;
            claim: string;
            fields: {
                field: string;
                name: string;
                says: string | null;
                should: string;
            }[];
            evidence: {
                title: string;
                digest: string;
            }[];
            respondent: {
                uscc: string;
                name: string;
            };
            filedOn: string;
            /** @description 是否正在各渠道标注“异议处理中” */
            marked: boolean;
            /** @description 下一步的最后一日；workingDaysLeft 为还有几个工作日，负数为逾期；null：没有可以计算的期限 */
            due: {
                kind: string;
                until: string;
                workingDaysLeft: number | null;
                overdue: boolean;
            } | null;
            total: {
                kind: string;
                until: string;
                workingDaysLeft: number | null;
                overdue: boolean;
            } | null;
            rule: {
                name: string;
                article: string;
                articleText: string;
                mark: string;
            } | null;
            reminders: number;
            escalated: boolean;
            /** @enum {string|null} */
            outcome: "upheld" | "rejected" | null;
            /** @description 答复；主体在办结以后可见 */
            answer: {
                /** @enum {string} */
                outcome: "upheld" | "rejected";
                words: string;
                change: {
                    /** @enum {string} */
                    kind: "version" | "ended" | "detached" | "acted";
                    record: string | null;
                    documentNo: string | null;
                } | null;
                evidence: {
                    title: string;
                    digest: string;
                }[];
            } | null;
            /** @description 逐项的原内容与更正后的内容，由平台从两个版本得出 */
            corrections: {
                field: string;
                name: string;
                old: string | null;
                new: string | null;
            }[];
            steps: {
                no: number;
                kind: string;
                kindName: string;
                day: string;
                at: string;
                words: string | null;
                document: string | null;
            }[];
            documents: {
                document: string;
                kind: string;
                kindName: string;
                number: string;
                issuedOn: string;
                sha256: string;
            }[];
            next: {
                kind: string;
                by: string;
            }[];
        };
        ObjectionFiling: {
            target: {
                /** @enum {string} */
                kind: "record";
                /**
                 * @description 记录编号
                 * @example AAECAwQFBgcICQoLDA0ODw
                 */
                record: string;
            } | {
                /** @enum {string} */
                kind: "measure";
                /** @description 查询留痕编号 */
                look: string;
                measure: string;
            } | {
                /** @enum {string} */
                kind: "look";
                /** @description 查询留痕编号 */
                look: string;
            };
            /** @example wrong-content */
            ground: string;
            claim: string;
            /**
             * @description 逐项指出：字段与应当的内容
             * @default []
             */
            fields: {
                field: string;
                should: string;
            }[];
            /** @default [] */
            evidence: {
                title: string;
                digest: string;
            }[];
        };
        ObjectionWithdrawal: {
            /** @description 所见的步数 */
            version: number;
            /** @default null */
            words: string | null;
        };
        ObjectionRules: {
            day: string;
            policyHash: string;
            rule: {
                id: string;
                name: string;
                accept: number | null;
                own: number | null;
                transfer: number | null;
                provider: number | null;
                extension: number | null;
                total: number | null;
                pausesDisplay: boolean;
                article: string;
                articleText: string;
                mark: string;
            } | null;
            grounds: {
                ground: string;
                name: string;
                targets: string[];
            }[];
        };
        ObjectionFigures: {
            month: string;
            received: number;
            objected: number;
            perTenThousand: number | null;
            overdue: number;
            closed: number;
            upheld: number;
            notAccepted: number;
            withdrawn: number;
            /** @description 万分之几 */
            upheldShare: number | null;
            /** @description 自提出至答复的平均工作日，百分之一日 */
            meanWorkingDays: number | null;
            respondents: {
                respondent: string;
                name: string;
                closed: number;
                upheld: number;
                notAccepted: number;
                withdrawn: number;
                /** @description 万分之几 */
                upheldShare: number | null;
                /** @description 自提出至答复的平均工作日，百分之一日 */
                meanWorkingDays: number | null;
            }[];
        };
        HallObjectionFiling: {
            target: {
                /** @enum {string} */
                kind: "record";
                /**
                 * @description 记录编号
                 * @example AAECAwQFBgcICQoLDA0ODw
                 */
                record: string;
            } | {
                /** @enum {string} */
                kind: "measure";
                /** @description 查询留痕编号 */
                look: string;
                measure: string;
            } | {
                /** @enum {string} */
                kind: "look";
                /** @description 查询留痕编号 */
                look: string;
            };
            /** @example wrong-content */
            ground: string;
            claim: string;
            /**
             * @description 逐项指出：字段与应当的内容
             * @default []
             */
            fields: {
                field: string;
                should: string;
            }[];
            /** @default [] */
            evidence: {
                title: string;
                digest: string;
            }[];
            subject: string;
            paper: {
                title: string;
                digest: string;
            };
        };
        ObjectionStepTaking: {
            /** @description 所见的步数 */
            version: number;
            /** @enum {string} */
            kind: "accept" | "not-accept" | "forward" | "extend" | "remind" | "escalate" | "answer" | "return" | "confirm" | "withdraw";
            /** @default null */
            words: string | null;
            /** @default null */
            answer: {
                /** @enum {string} */
                outcome: "upheld" | "rejected";
                /**
                 * @description 支持时指明：version 数据源单位更正后的版本；ended 已终止；detached 归错主体的撤除；acted 已以文书处理(措施、查询)
                 * @default null
                 */
                change: {
                    /** @enum {string} */
                    kind: "version";
                    /**
                     * @description 记录编号
                     * @example AAECAwQFBgcICQoLDA0ODw
                     */
                    record: string;
                } | {
                    /** @enum {string} */
                    kind: "ended";
                } | {
                    /** @enum {string} */
                    kind: "detached";
                } | {
                    /** @enum {string} */
                    kind: "acted";
                    documentNo: string;
                } | null;
                /** @default [] */
                evidence: {
                    title: string;
                    digest: string;
                }[];
            } | null;
        };
        PendingMarks: {
            items: {
                mark: string;
                uscc: string;
                record: string;
                /** @enum {string} */
                kind: "review" | "litigation";
                documentNo: string;
                setOn: string;
                liftedOn: string | null;
            }[];
        };
        MarkSet: {
            mark: string;
        };
        PendingMark: {
            uscc: string;
            /**
             * @description 记录编号
             * @example AAECAwQFBgcICQoLDA0ODw
             */
            record: string;
            /** @enum {string} */
            kind: "review" | "litigation";
            documentNo: string;
            reason: string;
        };
        PendingMarkLifting: {
            documentNo: string;
            reason: string;
        };
        RepairFigures: {
            month: string;
            day: string;
            authorities: components["schemas"]["RepairFiguresOfAuthority"][];
            /** @description 组成数字的申请；只可看数字、不可看申请的为 null */
            rows: components["schemas"]["RepairFigureRow"][] | null;
        };
        RepairFiguresOfAuthority: {
            authority: string;
            name: string;
            received: number;
            accepted: number;
            notAccepted: number;
            granted: number;
            shielded: number;
            refused: number;
            revoked: number;
            withdrawn: number;
            /** @description 今日逾期没有办结的，不论何月申请 */
            overdue: number;
            /** @description 自申请至首次决定的平均工作日，百分之一日；没有决定的为 null */
            meanWorkingDays: number | null;
            /** @description 自申请至首次决定的最长工作日 */
            longestWorkingDays: number | null;
        };
        RepairFigureRow: {
            repair: string;
            authority: string;
            documentNo: string | null;
            appliedOn: string;
            /** @description 计入哪几项数字 */
            counted: ("received" | "accepted" | "notAccepted" | "granted" | "shielded" | "refused" | "revoked" | "withdrawn" | "overdue")[];
            workingDays: number | null;
        };
        RepairEligibility: {
            /** @description The legal day of this answer */
            asOf: string;
            items: components["schemas"]["RepairableDecision"][];
        };
        RepairableDecision: {
            record: string;
            entry: string;
            documentNo: string | null;
            authority: {
                uscc: string;
                name: string;
            };
            decidedOn: string | null;
            eligible: {
                from: string;
                severity: string;
                edition: string;
                article: string;
                articleText: string;
                monthsMin: number;
            } | null;
            /** @description Why not today, by which article, and from which day on */
            refused: {
                code: string;
                article: string | null;
                articleText: string | null;
                from: string | null;
            } | null;
        };
        Repairs: {
            items: components["schemas"]["RepairItem"][];
        };
        RepairItem: {
            repair: string;
            /** @enum {string} */
            kind: "repair" | "bankruptcy";
            subject: {
                uscc: string;
                name: string;
            };
            authority: {
                uscc: string;
                name: string;
            };
            record: string;
            documentNo: string | null;
            entry: string;
            list: string | null;
            /** @enum {string} */
            via: "portal" | "hall" | "national";
            appliedOn: string;
            phase: string;
            version: number;
            /** @description What the authority does next, its last day, and working days left */
            due: {
                kind: string;
                until: string;
                left: number | null;
                overdue: boolean;
            } | null;
        };
        Repair: {
            repair: string;
            /** @enum {string} */
            kind: "repair" | "bankruptcy";
            subject: {
                uscc: string;
                name: string;
            };
            authority: {
                uscc: string;
                name: string;
            };
            record: string;
            documentNo: string | null;
            entry: string;
            list: string | null;
            /** @enum {string} */
            via: "portal" | "hall" | "national";
            appliedOn: string;
            phase: string;
            version: number;
            /** @description What the authority does next, its last day, and working days left */
            due: {
                kind: string;
                until: string;
                left: number | null;
                overdue: boolean;
            } | null;
            commitment: string | null;
            proofs: {
                title: string;
                digest: string;
            }[];
            eligible: {
                from: string;
                severity: string;
                edition: string;
                article: string;
                articleText: string;
                monthsMin: number;
            };
            shieldedThrough: string | null;
            /** @description The authority's own until a second person approves it */
            draft: {
                outcome: string;
                reason: string;
                mend: string | null;
                through: string | null;
            } | null;
            /** @description Query code, for the applicant */
            code: string | null;
            steps: {
                no: number;
                kind: string;
                day: string;
                organisation: string;
                words: string | null;
                outcome: string | null;
                proofs: {
                    title: string;
                    digest: string;
                }[];
                document: string | null;
            }[];
            documents: {
                document: string;
                kind: string;
                number: string;
                issuedOn: string;
                digest: string;
            }[];
            next: string[];
        };
        RepairDocument: {
            document: string;
            kind: string;
            number: string;
            issuedOn: string;
            /** @description SHA-256 over the canonical bytes of `body` */
            digest: string;
            /** @description All that the document says */
            body: {
                [key: string]: unknown;
            };
        };
        RepairApplication: {
            /**
             * @default repair
             * @enum {string}
             */
            kind: "repair" | "bankruptcy";
            /**
             * @description Id of the record
             * @example AAECAwQFBgcICQoLDA0ODw
             */
            record: string;
            /**
             * @description The commitment for this one document number; null for a court's plan
             * @default null
             */
            commitment: string | null;
            /**
             * @description The court's ruling that approves the plan or the settlement
             * @default null
             */
            court: {
                documentNo: string;
                /**
                 * Format: date
                 * @example 2026-09-11
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-09-11
                 */
                through: string;
            } | null;
            /** @default [] */
            proofs: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            }[];
        };
        OwnRepairStep: {
            /** @description Number of steps that the caller has seen */
            version: number;
            /** @enum {string} */
            kind: "supplement" | "withdraw";
            /** @default null */
            words: string | null;
            /** @default [] */
            proofs: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            }[];
        };
        RepairNotice: {
            subject: {
                uscc: string;
                name: string;
            };
            authority: {
                uscc: string;
                name: string;
            };
            /** @description The legal day of what it says */
            asOf: string;
            items: components["schemas"]["RepairableDecision"][];
        };
        RepairNoticeAsked: {
            subject: string;
            documentNo: string;
        };
        RepairStep: {
            /** @description Number of steps that the caller has seen */
            version: number;
            /** @enum {string} */
            kind: "need-more" | "accept" | "not-accept" | "extend" | "remind" | "propose" | "return" | "approve";
            /** @default null */
            words: string | null;
            /**
             * @description What is drafted for a second person; only with the kind propose
             * @default null
             */
            proposal: {
                /** @enum {string} */
                outcome: "repair" | "refuse" | "shield" | "revoke";
                reason: string;
                /** @default null */
                mend: string | null;
                /**
                 * Format: date
                 * @example 2026-09-11
                 */
                through?: string;
            } | null;
        };
        HandedInDecisions: {
            subject: {
                uscc: string;
                name: string;
            };
            /** @description The legal day of this answer */
            asOf: string;
            items: components["schemas"]["HandedInDecision"][];
        };
        HandedInDecision: components["schemas"]["RepairableDecision"] & {
            /** @description The subject's commitment for this document number that still counts; null where there is none */
            commitment: string | null;
        };
        HallRepairApplication: {
            /**
             * @default repair
             * @enum {string}
             */
            kind: "repair" | "bankruptcy";
            /**
             * @description Id of the record
             * @example AAECAwQFBgcICQoLDA0ODw
             */
            record: string;
            /**
             * @description The commitment for this one document number; null for a court's plan
             * @default null
             */
            commitment: string | null;
            /**
             * @description The court's ruling that approves the plan or the settlement
             * @default null
             */
            court: {
                documentNo: string;
                /**
                 * Format: date
                 * @example 2026-09-11
                 */
                from: string;
                /**
                 * Format: date
                 * @example 2026-09-11
                 */
                through: string;
            } | null;
            /** @default [] */
            proofs: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            }[];
            subject: string;
            paper: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            };
        };
        RepairPush: {
            /**
             * @description The number that the national entrance gave
             * @example QG-2026-000001
             */
            nationalNo: string;
            subject: string;
            authority: string;
            documentNo: string;
            commitment: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            };
            proofs: {
                title: string;
                /** @description SHA-256 of the file */
                digest: string;
            }[];
        };
        RepairSettings: {
            /** @enum {string} */
            tier: "own-entrance" | "national-entrance";
            /** @description Whether every rule that was not checked has been confirmed here */
            on: boolean;
            waiting: {
                id: string;
                name: string;
                article: string;
                mark: string;
            }[];
            conditions: {
                id: string;
                name: string;
                article: string;
                mark: string;
            }[];
            materials: {
                id: string;
                name: string;
                article: string;
                mark: string;
                kind: string;
                list: string | null;
            }[];
            deadlines: {
                id: string;
                name: string;
                article: string;
                mark: string;
                list: string | null;
                accept: number | null;
                decide: number | null;
                extension: number | null;
                feedback: number | null;
            }[];
            free: {
                id: string;
                name: string;
                article: string;
                mark: string;
            };
        };
        RepairProgress: {
            phase: string;
            appliedOn: string;
            due: string | null;
            /** @description Working days; negative when the last has passed */
            left: number | null;
            closedOn: string | null;
        };
        RepairSeal: {
            genuine: boolean;
        };
        CaseFiles: {
            items: components["schemas"]["CaseFile"][];
            /** @description What the caller may attach today */
            adds: {
                /** @enum {string} */
                kind: "evidence" | "defence" | "decision" | "court-paper" | "performance-proof";
                text: string;
            }[];
            /** @description Whether the caller may propose redacted versions */
            redacts: boolean;
        };
        CaseFile: {
            /** Format: uuid */
            file: string;
            /** @description From 1 within its case */
            no: number;
            title: string;
            /** @enum {string} */
            kind: "evidence" | "defence" | "decision" | "court-paper" | "performance-proof";
            /** @enum {string} */
            format: "pdf" | "png" | "jpeg" | "docx" | "xlsx" | "ofd" | "txt";
            /** @description Bytes */
            size: number;
            /** @enum {string} */
            state: "non-public" | "redacted-proposed" | "public";
            stateText: string;
            /** @enum {string} */
            reading: "searched" | "partly" | "not-readable";
            readingText: string;
            /** @description How often each kind of personal number stands in it; never the text */
            findings: {
                [key: string]: number;
            };
            /** Format: uuid */
            redacts: string | null;
            /** @description Code of the organisation that attached it */
            organisation: string;
            /** Format: date-time */
            attachedAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** @description Whether the caller may stand for it */
            confirmable: boolean;
            /** @description Whether whoever stands for it writes why */
            reasonNeeded: boolean;
        };
        AddedFile: {
            file: components["schemas"]["CaseFile"];
            /** @description Of the bytes that arrived */
            sha256: string;
        };
        FileConfirmation: {
            reason: string | null;
        };
        CommitmentWording: {
            draft: string;
            commitment: string;
            /** @description To be shown to the subject as it stands */
            wording: string;
            /** @description SHA-256 of the wording */
            digest: string;
        };
        CommitmentWish: {
            /**
             * @description USCC of the organisation that receives it
             * @example 11990100990001378K
             */
            receiver: string;
            /** @enum {string} */
            kind: "informed" | "missing-papers" | "proof" | "voluntary" | "repair";
            /** @default null */
            matter: string | null;
            promise: string;
            /**
             * @description Of the one decision; for a commitment for repair, and only there
             * @default null
             */
            documentNo: string | null;
            /**
             * Format: date
             * @description Last day to keep it; it ends at 24:00 in Asia/Shanghai
             * @example 2026-09-30
             */
            through?: string;
            /**
             * @description At a hall: who promises
             * @default null
             * @example 11990100990001378K
             */
            hallFor: string | null;
        };
        Commitment: {
            commitment: string;
            subject: string;
            receiver: {
                uscc: string;
                name: string;
            };
            /** @enum {string} */
            kind: "informed" | "missing-papers" | "proof" | "voluntary" | "repair";
            matter: string | null;
            promise: string;
            documentNo: string | null;
            through: string | null;
            /** @description As it was signed */
            wording: string;
            digest: string;
            /** @description Signed on paper and registered by this hall; null where it was signed in the portal */
            onPaper: {
                registrar: string;
                title: string;
                digest: string;
            } | null;
            givenAt: string;
            /**
             * @description Today; `due`: its last day is over and nothing has been said of it, which alone is no broken promise
             * @enum {string}
             */
            state: "open" | "due" | "fulfilled" | "broken" | "lapsed";
            judgements: {
                no: number;
                /** @enum {string} */
                outcome: "fulfilled" | "broken" | "lapsed";
                reason: string;
                document: string | null;
                day: string;
            }[];
        };
        CommitmentGiving: {
            /**
             * @description USCC of the organisation that receives it
             * @example 11990100990001378K
             */
            receiver: string;
            /** @enum {string} */
            kind: "informed" | "missing-papers" | "proof" | "voluntary" | "repair";
            /** @default null */
            matter: string | null;
            promise: string;
            /**
             * @description Of the one decision; for a commitment for repair, and only there
             * @default null
             */
            documentNo: string | null;
            /**
             * Format: date
             * @description Last day to keep it; it ends at 24:00 in Asia/Shanghai
             * @example 2026-09-30
             */
            through?: string;
            draft: string;
            /** @description SHA-256 of the wording that the subject has seen */
            digest: string;
            /**
             * @description At a hall: who promised, and the paper that it signed
             * @default null
             */
            hall: {
                /** @example 11990100990001378K */
                subject: string;
                paper: {
                    title: string;
                    digest: string;
                };
            } | null;
        };
        Commitments: {
            items: components["schemas"]["Commitment"][];
            next: string | null;
        };
        CommitmentJudgementWish: {
            /** @description Number of judgements that the caller has seen */
            version: number;
            /** @enum {string} */
            outcome: "fulfilled" | "broken" | "lapsed";
            reason: string;
            /**
             * @description Number of the document that it rests on; needed for a broken promise
             * @default null
             */
            document: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "login": "demo-clerk",
                     *       "role": "clerk",
                     *       "organisation": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "via": "session",
                     *       "session": {
                     *         "session": "5f0f2a52-5c5e-4c1b-9a7e-6a0c1d9a8f11",
                     *         "csrf": "u1b0JQ9m7Xv3k2C5w8yZr4tEo6sPqLhNfGdAiVxUYkM",
                     *         "startedAt": "2026-09-09T00:00:00.000Z",
                     *         "idleUntil": "2026-09-09T00:30:00.000Z",
                     *         "until": "2026-09-09T12:00:00.000Z",
                     *         "steppedUpUntil": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "session": "5f0f2a52-5c5e-4c1b-9a7e-6a0c1d9a8f11",
                     *           "startedAt": "2026-09-09T00:00:00.000Z",
                     *           "seenAt": "2026-09-09T00:12:00.000Z",
                     *           "until": "2026-09-09T12:00:00.000Z",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOneSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerMandate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMandate"];
            };
        };
        responses: {
            /** @description It stands. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mandate": "0b7a4f2e-6a53-4a57-9d0c-2f1f0c6f3a10"
                     *     }
                     */
                    "application/json": components["schemas"]["RegisteredMandate"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mandate: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateEnding"];
            };
        };
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "region": "990100",
                     *       "regionName": "示例市",
                     *       "official": false,
                     *       "policyHash": "b15b39eb14d567cf694e87769b79ad3bd75c936eec90912ee9d15f36ee95a64b",
                     *       "categories": [
                     *         {
                     *           "id": "registration-basics",
                     *           "no": 1,
                     *           "name": "登记注册基本信息",
                     *           "since": 2021,
                     *           "mark": "verified"
                     *         },
                     *         {
                     *           "id": "justice",
                     *           "no": 2,
                     *           "name": "司法裁判及执行信息",
                     *           "since": 2021,
                     *           "mark": "verified"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "abnormal-operation",
                     *           "version": 1,
                     *           "name": "经营异常名录",
                     *           "category": "abnormal-registers",
                     *           "state": "live",
                     *           "adverse": true,
                     *           "mark": "verified"
                     *         },
                     *         {
                     *           "id": "administrative-compensation",
                     *           "version": 1,
                     *           "name": "行政补偿",
                     *           "category": "administrative-acts",
                     *           "state": "live",
                     *           "adverse": false,
                     *           "mark": "verified"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Catalogue"];
                };
            };
            /** @description The caller holds the current version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCatalogueEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "penalty",
                     *       "version": 1,
                     *       "name": "行政处罚",
                     *       "category": "administrative-acts",
                     *       "state": "live",
                     *       "adverse": true,
                     *       "mark": "verified",
                     *       "categoryName": "行政许可、行政处罚、行政强制、行政确认、行政征收、行政给付、行政裁决、行政补偿、行政奖励和行政监督检查信息",
                     *       "subjectKinds": [
                     *         "enterprise",
                     *         "individual-business"
                     *       ],
                     *       "channels": [
                     *         "public-page",
                     *         "duty"
                     *       ],
                     *       "publicityRule": "severity-term",
                     *       "updateTermWorkingDays": 7,
                     *       "retentionYears": null,
                     *       "basis": [
                     *         {
                     *           "source": "dual-publicity-424",
                     *           "article": null,
                     *           "label": "《国家发展改革委办公厅关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见》"
                     *         },
                     *         {
                     *           "source": "opinions-2025",
                     *           "article": "6",
                     *           "label": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第6项"
                     *         }
                     *       ],
                     *       "providers": [
                     *         {
                     *           "uscc": "11990100990001378K",
                     *           "name": "示例市市场监督管理局"
                     *         },
                     *         {
                     *           "uscc": "11990100990002741Q",
                     *           "name": "示例市税务局"
                     *         }
                     *       ],
                     *       "fields": [
                     *         {
                     *           "id": "subjectName",
                     *           "name": "行政相对人名称",
                     *           "names": [
                     *             "CF_XDR_MC",
                     *             "企业名称"
                     *           ],
                     *           "type": "string",
                     *           "lengthMax": 200,
                     *           "scale": null,
                     *           "values": null,
                     *           "required": "always",
                     *           "group": "public",
                     *           "personal": false,
                     *           "mark": "verified"
                     *         },
                     *         {
                     *           "id": "counterpart",
                     *           "name": "行政相对人类别",
                     *           "names": [
                     *             "CF_XDR_LB"
                     *           ],
                     *           "type": "enum",
                     *           "lengthMax": 16,
                     *           "scale": null,
                     *           "values": [
                     *             "法人及非法人组织",
                     *             "自然人"
                     *           ],
                     *           "required": "always",
                     *           "group": "public",
                     *           "personal": false,
                     *           "mark": "verified"
                     *         }
                     *       ],
                     *       "layouts": [
                     *         {
                     *           "id": "penalty-2016",
                     *           "name": "行政处罚(2016 年版字段)",
                     *           "carriedOverUntil": null
                     *         }
                     *       ],
                     *       "policyHash": "b15b39eb14d567cf694e87769b79ad3bd75c936eec90912ee9d15f36ee95a64b"
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            /** @description The caller holds the current version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCatalogueTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with byte order mark. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description The caller holds the current version. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /** @description USCC of one provider; without it all that one may see */
                provider?: string;
                entry?: string;
                state?: "receiving" | "waiting" | "processing" | "done" | "withdrawn" | "failed";
                /** @description First day (Asia/Shanghai) on which it was begun */
                from?: string;
                /** @description Last day on which it was begun */
                to?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *           "provider": "11990100990001378K",
                     *           "providerName": "示例市市场监督管理局",
                     *           "own": true,
                     *           "entry": "penalty",
                     *           "mapping": "",
                     *           "state": "done",
                     *           "failure": null,
                     *           "mends": null,
                     *           "createdAt": "2026-09-09T00:00:00.000Z",
                     *           "receivedAt": "2026-09-09T00:00:00.000Z",
                     *           "finishedAt": "2026-09-09T00:00:00.000Z",
                     *           "received": 3,
                     *           "skipped": 0,
                     *           "accepted": 1,
                     *           "duplicates": 0,
                     *           "quarantined": 1,
                     *           "rejected": 1,
                     *           "naturalPersons": 0,
                     *           "issueCount": 2,
                     *           "openQuestions": 1,
                     *           "receipt": true
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchLines"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitBatch: {
        parameters: {
            query: {
                /** @description USCC of the unit that sends; a token submits only as its own */
                provider: string;
                /** @description Catalogue entry */
                entry: string;
                /** @description A shipped mapping or the hash of an own one; empty: official heads */
                mapping?: string;
                /** @description The batch whose rows this file corrects */
                mends?: string;
                /** @description Take the same file in again as a new batch */
                force?: "true" | "false";
                purpose?: string;
                /** @description 旧平台数据迁移 only: rows of each state as the old platform counts them */
                declared?: string;
                /** @description 旧平台数据迁移 only: the document of the handover */
                document?: string;
            };
            header?: {
                "upload-length"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same file was sent before: its batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Done, or a resumable upload was opened. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Still being processed; ask GET /batches/{batch}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadOffset": 0,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": {
                     *         "documentNo": "移交〔2026〕1号",
                     *         "states": [
                     *           {
                     *             "word": "正常",
                     *             "declared": 2,
                     *             "accepted": 1,
                     *             "duplicate": 0,
                     *             "quarantined": 1,
                     *             "rejected": 0
                     *           }
                     *         ],
                     *         "scores": [
                     *           "企业信用分"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appendUpload: {
        parameters: {
            query?: never;
            header?: {
                "upload-offset"?: number | null;
            };
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same file was sent before: its batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Done, or a resumable upload was opened. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Still being processed; ask GET /batches/{batch}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Safe on disk; Upload-Offset says how much. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitRecord: {
        parameters: {
            query: {
                /** @description USCC of the unit that sends; a token submits only as its own */
                provider: string;
                /** @description Catalogue entry */
                entry: string;
                /** @description A shipped mapping or the hash of an own one; empty: official heads */
                mapping?: string;
                /** @description The batch whose rows this file corrects */
                mends?: string;
                /** @description Take the same file in again as a new batch */
                force?: "true" | "false";
                purpose?: string;
                /** @description 旧平台数据迁移 only: rows of each state as the old platform counts them */
                declared?: string;
                /** @description 旧平台数据迁移 only: the document of the handover */
                document?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SingleRecord"];
            };
        };
        responses: {
            /** @description The same file was sent before: its batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-73ae-99c2-54f04e6b6847",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 1,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 0,
                     *       "rejected": 0,
                     *       "naturalPersons": 0,
                     *       "issueCount": 0,
                     *       "issues": [],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Done, or a resumable upload was opened. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-73ae-99c2-54f04e6b6847",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 1,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 0,
                     *       "rejected": 0,
                     *       "naturalPersons": 0,
                     *       "issueCount": 0,
                     *       "issues": [],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Still being processed; ask GET /batches/{batch}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-73ae-99c2-54f04e6b6847",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 1,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 0,
                     *       "rejected": 0,
                     *       "naturalPersons": 0,
                     *       "issueCount": 0,
                     *       "issues": [],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenQuestions: {
        parameters: {
            query?: {
                entry?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "row": 3,
                     *           "sheet": null,
                     *           "codes": [
                     *             "ingest.code-check-digit"
                     *           ],
                     *           "messages": [
                     *             "第3行：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *           ],
                     *           "name": "示例市试行2号商贸有限公司",
                     *           "documentNo": "示市监罚〔2026〕2号",
                     *           "statedCode": "91990100MATRR9UH61",
                     *           "proposals": [],
                     *           "state": "open",
                     *           "decidedSubject": null,
                     *           "reason": null,
                     *           "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *           "entry": "penalty",
                     *           "receivedAt": "2026-09-09T00:00:00.000Z"
                     *         }
                     *       ],
                     *       "counts": [
                     *         {
                     *           "provider": "11990100990001378K",
                     *           "providerName": "示例市市场监督管理局",
                     *           "entry": "penalty",
                     *           "open": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["OpenQuestions"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIssues: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Issues in file order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchIssues"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Questions with their proposals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "row": 3,
                     *           "sheet": null,
                     *           "codes": [
                     *             "ingest.code-check-digit"
                     *           ],
                     *           "messages": [
                     *             "第3行：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *           ],
                     *           "name": "示例市试行2号商贸有限公司",
                     *           "documentNo": "示市监罚〔2026〕2号",
                     *           "statedCode": "91990100MATRR9UH61",
                     *           "proposals": [],
                     *           "state": "open",
                     *           "decidedSubject": null,
                     *           "reason": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchQuestions"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAffectedSubjects: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Subjects by code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subject": "91990100MATHRY1P6L",
                     *           "records": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AffectedSubjects"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceiptRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines; each without its line feed is the data of one leaf. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceiptKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A verifier key of a signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    lookAtBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchLook"];
            };
        };
        responses: {
            /** @description The batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "mapping": "",
                     *       "state": "done",
                     *       "mends": null,
                     *       "uploadLength": null,
                     *       "receivedAt": "2026-09-09T00:00:00.000Z",
                     *       "finishedAt": "2026-09-09T00:00:00.000Z",
                     *       "received": 3,
                     *       "skipped": 0,
                     *       "accepted": 1,
                     *       "duplicates": 0,
                     *       "quarantined": 1,
                     *       "rejected": 1,
                     *       "naturalPersons": 0,
                     *       "issueCount": 2,
                     *       "issues": [
                     *         {
                     *           "row": 3,
                     *           "outcome": "quarantined",
                     *           "field": "行政相对人代码_1(统一社会信用代码)",
                     *           "code": "ingest.code-check-digit",
                     *           "value": "91990100MATRR9UH61",
                     *           "message": "第3行“行政相对人代码_1(统一社会信用代码)”，原值“91990100MATRR9UH61”：代码校验位不符。请核对登记证照；确系如此的，由第二人附证明材料确认。"
                     *         },
                     *         {
                     *           "row": 4,
                     *           "outcome": "rejected",
                     *           "field": "处罚决定日期",
                     *           "code": "ingest.date-impossible",
                     *           "value": "2026-09-31",
                     *           "message": "第4行“处罚决定日期”，原值“2026-09-31”：没有这一天。请改为决定书载明的日期。"
                     *         }
                     *       ],
                     *       "issuesNext": null,
                     *       "failure": null,
                     *       "carriedOver": null
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareComplete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Completeness"];
            };
        };
        responses: {
            /** @description Declared. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provider": "11990100990001378K",
                     *       "entry": "penalty",
                     *       "through": "2026-09-08",
                     *       "nilFrom": null
                     *     }
                     */
                    "application/json": components["schemas"]["Completeness"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Mapping"];
            };
        };
        responses: {
            /** @description Kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mapping": "55343a70d9cd66e36149523bf3570429dcde57661b821e6acf48a664aa988e81"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedMapping"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionAnswer"];
            };
        };
        responses: {
            /** @description Given back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "rejected",
                     *       "record": null
                     *     }
                     */
                    "application/json": components["schemas"]["QuestionAnswered"];
                };
            };
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "question.accept",
                     *       "title": "疑问数据入库",
                     *       "organisation": "11990100990001378K",
                     *       "target": "[\"01a08376-dc00-7b04-8255-44629bcffbe5\",\"\",2]",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "证1号",
                     *       "reason": "执照核对",
                     *       "payload": {
                     *         "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "sheet": null,
                     *         "row": 2,
                     *         "subject": "91990100MA0XH0026G",
                     *         "codes": [
                     *           "ingest.code-not-canonical"
                     *         ]
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "batch.withdraw",
                     *       "title": "撤回批次",
                     *       "organisation": "11990100990001378K",
                     *       "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示市监函〔2026〕9号",
                     *       "reason": "误将测试文件报送",
                     *       "payload": {
                     *         "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "entry": "penalty",
                     *         "accepted": 3
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description inbox: what waits for the caller's decision; mine: what the caller proposed */
                list?: "inbox" | "mine";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *           "command": "batch.withdraw",
                     *           "title": "撤回批次",
                     *           "organisation": "11990100990001378K",
                     *           "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *           "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *           "documentNo": "示市监函〔2026〕9号",
                     *           "reason": "误将测试文件报送",
                     *           "payload": {
                     *             "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *             "entry": "penalty",
                     *             "accepted": 3
                     *           },
                     *           "proposedAt": "2026-09-09T00:00:00.000Z",
                     *           "expiresAt": "2026-10-09T00:00:00.000Z",
                     *           "state": "open",
                     *           "decidedBy": null,
                     *           "decidedAt": null,
                     *           "decisionReason": null,
                     *           "mayDecide": true
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Proposals"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "batch.withdraw",
                     *       "title": "撤回批次",
                     *       "organisation": "11990100990001378K",
                     *       "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示市监函〔2026〕9号",
                     *       "reason": "误将测试文件报送",
                     *       "payload": {
                     *         "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "entry": "penalty",
                     *         "accepted": 3
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": true
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description Carried out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": {
                     *         "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *         "command": "batch.withdraw",
                     *         "title": "撤回批次",
                     *         "organisation": "11990100990001378K",
                     *         "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *         "documentNo": "示市监函〔2026〕9号",
                     *         "reason": "误将测试文件报送",
                     *         "payload": {
                     *           "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *           "entry": "penalty",
                     *           "accepted": 3
                     *         },
                     *         "proposedAt": "2026-09-09T00:00:00.000Z",
                     *         "expiresAt": "2026-10-09T00:00:00.000Z",
                     *         "state": "approved",
                     *         "decidedBy": "7b0c2f3e-0000-4000-8000-000000000002",
                     *         "decidedAt": "2026-09-09T01:00:00.000Z",
                     *         "decisionReason": null,
                     *         "mayDecide": false
                     *       },
                     *       "result": {
                     *         "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "state": "withdrawn",
                     *         "accepted": 3
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Approved"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalRefusal"];
            };
        };
        responses: {
            /** @description Refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "batch.withdraw",
                     *       "title": "撤回批次",
                     *       "organisation": "11990100990001378K",
                     *       "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示市监函〔2026〕9号",
                     *       "reason": "误将测试文件报送",
                     *       "payload": {
                     *         "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "entry": "penalty",
                     *         "accepted": 3
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "refused",
                     *       "decidedBy": "7b0c2f3e-0000-4000-8000-000000000002",
                     *       "decidedAt": "2026-09-09T01:00:00.000Z",
                     *       "decisionReason": "批次无误",
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "batch.withdraw",
                     *       "title": "撤回批次",
                     *       "organisation": "11990100990001378K",
                     *       "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示市监函〔2026〕9号",
                     *       "reason": "误将测试文件报送",
                     *       "payload": {
                     *         "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *         "entry": "penalty",
                     *         "accepted": 3
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "withdrawn",
                     *       "decidedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "decidedAt": "2026-09-09T01:00:00.000Z",
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description USCC; another's for administrators alone */
                organisation?: string;
                role?: "clerk" | "reviewer" | "approver" | "operator" | "leader" | "enterprise" | "bank" | "subscriber" | "hall-clerk" | "system-admin" | "security-admin" | "auditor";
                state?: "active" | "frozen" | "closed";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, by organisation and login. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *           "name": "demo-clerk",
                     *           "organisation": "11990100990001378K",
                     *           "organisationName": "示例市市场监督管理局",
                     *           "role": "clerk",
                     *           "state": "active",
                     *           "signedInOn": "2026-09-09"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "account.create",
                     *       "title": "开立账户",
                     *       "organisation": "129901009900397397",
                     *       "target": "zhang.san",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "新任经办",
                     *       "payload": {
                     *         "organisation": "11990100990001378K",
                     *         "name": "示例市市场监督管理局",
                     *         "role": "clerk",
                     *         "login": "zhang.san",
                     *         "person": null
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "account.role",
                     *       "title": "变更账户角色",
                     *       "organisation": "129901009900397397",
                     *       "target": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "岗位调整",
                     *       "payload": {
                     *         "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *         "role": "reviewer"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeUnfreezing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c002",
                     *       "command": "account.unfreeze",
                     *       "title": "解除账户冻结",
                     *       "organisation": "129901009900397397",
                     *       "target": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "核查完毕",
                     *       "payload": {
                     *         "account": "7b0c2f3e-0000-4000-8000-000000000001"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c003",
                     *       "command": "account.close",
                     *       "title": "停用账户",
                     *       "organisation": "129901009900397397",
                     *       "target": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "离岗",
                     *       "payload": {
                     *         "account": "7b0c2f3e-0000-4000-8000-000000000001"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freezeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountFreezing"];
            };
        };
        responses: {
            /** @description It is frozen. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClientKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "q7Zk3mC1bX0uJp9wT2rYdA",
                     *           "organisation": "11990100990001378K",
                     *           "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *           "algorithm": "ed25519",
                     *           "entries": [
                     *             "penalty"
                     *           ],
                     *           "region": "990100",
                     *           "rowsPerBatch": 5000,
                     *           "batchesPerDay": 24,
                     *           "notBefore": "2026-09-09T00:00:00.000Z",
                     *           "notAfter": "2027-09-09T00:00:00.000Z",
                     *           "rotatedFrom": null,
                     *           "provedAt": null,
                     *           "revokedAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClientKeys"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeClientKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRegistration"];
            };
        };
        responses: {
            /** @description Proposed: a second person of the organisation decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "client.register",
                     *       "title": "登记接口密钥",
                     *       "organisation": "11990100990001378K",
                     *       "target": "q7Zk3mC1bX0uJp9wT2rYdA",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "业务系统对接",
                     *       "payload": {
                     *         "key": "q7Zk3mC1bX0uJp9wT2rYdA",
                     *         "organisation": "11990100990001378K",
                     *         "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *         "login": "demo-clerk",
                     *         "algorithm": "ed25519",
                     *         "publicKey": "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=",
                     *         "entries": [
                     *           "penalty"
                     *         ],
                     *         "region": "990100",
                     *         "rowsPerBatch": 5000,
                     *         "batchesPerDay": 24,
                     *         "notBefore": "2026-09-09T00:00:00.000Z",
                     *         "notAfter": "2027-09-09T00:00:00.000Z",
                     *         "rotatedFrom": null
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeClientKeyRotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description Proposed: a second person of the organisation decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "client.rotate",
                     *       "title": "更换接口密钥",
                     *       "organisation": "11990100990001378K",
                     *       "target": "W0sPzq8dE5cVb1nGh7tLmQ",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "年度更换",
                     *       "payload": {
                     *         "key": "W0sPzq8dE5cVb1nGh7tLmQ",
                     *         "organisation": "11990100990001378K",
                     *         "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *         "login": "demo-clerk",
                     *         "algorithm": "ed25519",
                     *         "publicKey": "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=",
                     *         "entries": [
                     *           "penalty"
                     *         ],
                     *         "region": "990100",
                     *         "rowsPerBatch": 5000,
                     *         "batchesPerDay": 24,
                     *         "notBefore": "2026-09-09T00:00:00.000Z",
                     *         "notAfter": "2027-09-09T00:00:00.000Z",
                     *         "rotatedFrom": "q7Zk3mC1bX0uJp9wT2rYdA"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeClientKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRevocation"];
            };
        };
        responses: {
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "q7Zk3mC1bX0uJp9wT2rYdA",
                     *       "organisation": "11990100990001378K",
                     *       "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "algorithm": "ed25519",
                     *       "entries": [
                     *         "penalty"
                     *       ],
                     *       "region": "990100",
                     *       "rowsPerBatch": 5000,
                     *       "batchesPerDay": 24,
                     *       "notBefore": "2026-09-09T00:00:00.000Z",
                     *       "notAfter": "2027-09-09T00:00:00.000Z",
                     *       "rotatedFrom": null,
                     *       "provedAt": null,
                     *       "revokedAt": "2026-09-10T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ClientKey"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchSubjects: {
        parameters: {
            query?: {
                /** @description 名称中连续的两个字以上，或代码、代码的开头四位以上；个体工商户须为全称或完整代码。 */
                q?: string;
                /** @description 上一页的 next；省略为第一页。 */
                cursor?: string;
                /** @description 每页条数。 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查询结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "uscc": "91990100MATHRY1P6L",
                     *           "name": "示例市试行1号商贸有限公司",
                     *           "formerName": null,
                     *           "kind": "enterprise",
                     *           "standing": "provisional"
                     *         },
                     *         {
                     *           "uscc": "91990100MAT3N21J5N",
                     *           "name": "示例市试行7号商贸有限公司",
                     *           "formerName": null,
                     *           "kind": "enterprise",
                     *           "standing": "provisional"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "more": false,
                     *       "wrongCheckDigit": false,
                     *       "scope": {
                     *         "providers": 1,
                     *         "completeThrough": "2026-09-08",
                     *         "unchecked": [
                     *           {
                     *             "title": "示例市市场监督管理局",
                     *             "through": null
                     *           },
                     *           {
                     *             "title": "示例市民政局",
                     *             "through": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SubjectSearch"];
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码，18 位。 */
                uscc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查询结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uscc": "91990100MATHRY1P6L",
                     *       "known": true,
                     *       "name": "示例市试行1号商贸有限公司",
                     *       "kind": "enterprise",
                     *       "standing": "provisional",
                     *       "formerNames": [],
                     *       "counts": [
                     *         {
                     *           "entry": "penalty",
                     *           "entryName": "行政处罚",
                     *           "count": 1
                     *         }
                     *       ],
                     *       "scope": {
                     *         "providers": 1,
                     *         "completeThrough": "2026-09-08",
                     *         "unchecked": [
                     *           {
                     *             "title": "示例市市场监督管理局",
                     *             "through": null
                     *           },
                     *           {
                     *             "title": "示例市民政局",
                     *             "through": null
                     *           }
                     *         ]
                     *       },
                     *       "coverage": [
                     *         {
                     *           "entry": "abnormal-operation",
                     *           "entryName": "经营异常名录",
                     *           "provider": "11990100990001378K",
                     *           "providerName": "示例市市场监督管理局",
                     *           "through": null,
                     *           "state": "never",
                     *           "lateWorkingDays": null
                     *         },
                     *         {
                     *           "entry": "abnormal-operation",
                     *           "entryName": "经营异常名录",
                     *           "provider": "11990100990021926R",
                     *           "providerName": "示例市民政局",
                     *           "through": null,
                     *           "state": "never",
                     *           "lateWorkingDays": null
                     *         }
                     *       ],
                     *       "day": "2026-09-09",
                     *       "policyHash": "b15b39eb14d567cf694e87769b79ad3bd75c936eec90912ee9d15f36ee95a64b"
                     *     }
                     */
                    "application/json": components["schemas"]["Subject"];
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /** @description 只看一个目录事项。 */
                entry?: string;
                /** @description 上一页的 next；省略为第一页。 */
                cursor?: string;
                /** @description 每页条数。 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description 统一社会信用代码，18 位。 */
                uscc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查询结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "cqSbRGOBHWqn6tk3YhgmJQ",
                     *           "entry": "penalty",
                     *           "entryName": "行政处罚",
                     *           "title": "产品质量",
                     *           "documentNo": "示市监罚〔2026〕1号",
                     *           "authority": "示例市市场监督管理局",
                     *           "provider": "11990100990001378K",
                     *           "providerName": "示例市市场监督管理局",
                     *           "decidedOn": "2026-06-18",
                     *           "validUntil": "2027-06-18",
                     *           "shownUntil": "2027-06-18",
                     *           "repairableFrom": "2026-09-19",
                     *           "severity": "general",
                     *           "article": "order-36",
                     *           "articleText": "《信用修复管理办法》",
                     *           "receivedOn": "2026-09-09",
                     *           "marks": [],
                     *           "fields": {
                     *             "subjectName": "示例市试行1号商贸有限公司",
                     *             "counterpart": "法人及非法人组织",
                     *             "subjectCode": "91990100MATHRY1P6L",
                     *             "registrationNo": null,
                     *             "organisationCode": null,
                     *             "taxNo": null,
                     *             "publicInstitutionNo": null,
                     *             "socialOrganisationNo": null,
                     *             "documentNo": "示市监罚〔2026〕1号",
                     *             "offenceKind": "产品质量",
                     *             "offenceFacts": "销售不合格产品",
                     *             "legalBasis": "《产品质量法》第四十九条",
                     *             "penaltyKinds": "罚款",
                     *             "content": "罚款人民币贰万元整",
                     *             "fine": "2.000000",
                     *             "confiscated": null,
                     *             "suspendedLicence": null,
                     *             "decidedOn": "2026-06-18",
                     *             "validUntil": "2027-06-18",
                     *             "publicUntil": null,
                     *             "authority": "示例市市场监督管理局",
                     *             "authorityCode": "11990100990001378K",
                     *             "sourceUnit": "示例市市场监督管理局",
                     *             "sourceUnitCode": "11990100990001378K",
                     *             "remark": null,
                     *             "severity": "一般",
                     *             "procedure": null,
                     *             "performance": null
                     *           }
                     *         }
                     *       ],
                     *       "next": null,
                     *       "known": true
                     *     }
                     */
                    "application/json": components["schemas"]["PublicRecords"];
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 统一社会信用代码，18 位。 */
                uscc: string;
                /** @description 记录编号。 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查询结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cqSbRGOBHWqn6tk3YhgmJQ",
                     *       "entry": "penalty",
                     *       "entryName": "行政处罚",
                     *       "title": "产品质量",
                     *       "documentNo": "示市监罚〔2026〕1号",
                     *       "authority": "示例市市场监督管理局",
                     *       "provider": "11990100990001378K",
                     *       "providerName": "示例市市场监督管理局",
                     *       "decidedOn": "2026-06-18",
                     *       "validUntil": "2027-06-18",
                     *       "shownUntil": "2027-06-18",
                     *       "repairableFrom": "2026-09-19",
                     *       "severity": "general",
                     *       "article": "order-36",
                     *       "articleText": "《信用修复管理办法》",
                     *       "receivedOn": "2026-09-09",
                     *       "marks": [],
                     *       "fields": {
                     *         "subjectName": "示例市试行1号商贸有限公司",
                     *         "counterpart": "法人及非法人组织",
                     *         "subjectCode": "91990100MATHRY1P6L",
                     *         "registrationNo": null,
                     *         "organisationCode": null,
                     *         "taxNo": null,
                     *         "publicInstitutionNo": null,
                     *         "socialOrganisationNo": null,
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "offenceKind": "产品质量",
                     *         "offenceFacts": "销售不合格产品",
                     *         "legalBasis": "《产品质量法》第四十九条",
                     *         "penaltyKinds": "罚款",
                     *         "content": "罚款人民币贰万元整",
                     *         "fine": "2.000000",
                     *         "confiscated": null,
                     *         "suspendedLicence": null,
                     *         "decidedOn": "2026-06-18",
                     *         "validUntil": "2027-06-18",
                     *         "publicUntil": null,
                     *         "authority": "示例市市场监督管理局",
                     *         "authorityCode": "11990100990001378K",
                     *         "sourceUnit": "示例市市场监督管理局",
                     *         "sourceUnitCode": "11990100990001378K",
                     *         "remark": null,
                     *         "severity": "一般",
                     *         "procedure": null,
                     *         "performance": null
                     *       },
                     *       "uscc": "91990100MATHRY1P6L",
                     *       "name": "示例市试行1号商贸有限公司"
                     *     }
                     */
                    "application/json": components["schemas"]["PublicRecordOfSubject"];
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "entry": "abnormal-operation",
                     *           "entryName": "经营异常名录",
                     *           "provider": "11990100990001378K",
                     *           "providerName": "示例市市场监督管理局",
                     *           "through": null,
                     *           "state": "never",
                     *           "lateWorkingDays": null,
                     *           "lastReceiptAt": null,
                     *           "openQuestions": 0
                     *         },
                     *         {
                     *           "entry": "abnormal-operation",
                     *           "entryName": "经营异常名录",
                     *           "provider": "11990100990021926R",
                     *           "providerName": "示例市民政局",
                     *           "through": null,
                     *           "state": "never",
                     *           "lateWorkingDays": null,
                     *           "lastReceiptAt": null,
                     *           "openQuestions": 0
                     *         }
                     *       ],
                     *       "day": "2026-09-09",
                     *       "region": "990100"
                     *     }
                     */
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDualPublicity: {
        parameters: {
            query?: {
                /** @description 月份，缺省为最近有报送的整月 */
                month?: string;
                /** @description 区划 */
                region?: string;
                /** @description json 或 csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-09",
                     *       "asOf": "2026-09-09T00:00:00.000Z",
                     *       "region": null,
                     *       "entries": [
                     *         {
                     *           "entry": "penalty",
                     *           "entryName": "行政处罚",
                     *           "termWorkingDays": 7,
                     *           "article": "《国家发展改革委办公厅关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见》",
                     *           "lines": [
                     *             {
                     *               "provider": "11990100990001378K",
                     *               "providerName": "示例市市场监督管理局",
                     *               "region": "990100",
                     *               "state": "sent",
                     *               "numbers": {
                     *                 "submitted": 4,
                     *                 "accepted": 2,
                     *                 "duplicates": 0,
                     *                 "quarantined": 1,
                     *                 "rejected": 1,
                     *                 "takenIn": 0,
                     *                 "sentBack": 1,
                     *                 "withdrawn": 0,
                     *                 "timely": 0,
                     *                 "late": 2,
                     *                 "undated": 0,
                     *                 "uncountable": 0,
                     *                 "correction": 0,
                     *                 "second": 0,
                     *                 "missing": 0,
                     *                 "compliance": 50,
                     *                 "lateness": 100
                     *               }
                     *             },
                     *             {
                     *               "provider": "11990100990002741Q",
                     *               "providerName": "示例市税务局",
                     *               "region": "990100",
                     *               "state": "none",
                     *               "numbers": {
                     *                 "submitted": 0,
                     *                 "accepted": 0,
                     *                 "duplicates": 0,
                     *                 "quarantined": 0,
                     *                 "rejected": 0,
                     *                 "takenIn": 0,
                     *                 "sentBack": 0,
                     *                 "withdrawn": 0,
                     *                 "timely": 0,
                     *                 "late": 0,
                     *                 "undated": 0,
                     *                 "uncountable": 0,
                     *                 "correction": 0,
                     *                 "second": 0,
                     *                 "missing": 0,
                     *                 "compliance": null,
                     *                 "lateness": null
                     *               }
                     *             }
                     *           ],
                     *           "sum": {
                     *             "submitted": 4,
                     *             "accepted": 2,
                     *             "duplicates": 0,
                     *             "quarantined": 1,
                     *             "rejected": 1,
                     *             "takenIn": 0,
                     *             "sentBack": 1,
                     *             "withdrawn": 0,
                     *             "timely": 0,
                     *             "late": 2,
                     *             "undated": 0,
                     *             "uncountable": 0,
                     *             "correction": 0,
                     *             "second": 0,
                     *             "missing": 0,
                     *             "compliance": 50,
                     *             "lateness": 100
                     *           }
                     *         },
                     *         {
                     *           "entry": "permit",
                     *           "entryName": "行政许可",
                     *           "termWorkingDays": 7,
                     *           "article": "《国家发展改革委办公厅关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见》",
                     *           "lines": [
                     *             {
                     *               "provider": "11990100990001378K",
                     *               "providerName": "示例市市场监督管理局",
                     *               "region": "990100",
                     *               "state": "none",
                     *               "numbers": {
                     *                 "submitted": 0,
                     *                 "accepted": 0,
                     *                 "duplicates": 0,
                     *                 "quarantined": 0,
                     *                 "rejected": 0,
                     *                 "takenIn": 0,
                     *                 "sentBack": 0,
                     *                 "withdrawn": 0,
                     *                 "timely": 0,
                     *                 "late": 0,
                     *                 "undated": 0,
                     *                 "uncountable": 0,
                     *                 "correction": 0,
                     *                 "second": 0,
                     *                 "missing": 0,
                     *                 "compliance": null,
                     *                 "lateness": null
                     *               }
                     *             },
                     *             {
                     *               "provider": "11990100990002741Q",
                     *               "providerName": "示例市税务局",
                     *               "region": "990100",
                     *               "state": "none",
                     *               "numbers": {
                     *                 "submitted": 0,
                     *                 "accepted": 0,
                     *                 "duplicates": 0,
                     *                 "quarantined": 0,
                     *                 "rejected": 0,
                     *                 "takenIn": 0,
                     *                 "sentBack": 0,
                     *                 "withdrawn": 0,
                     *                 "timely": 0,
                     *                 "late": 0,
                     *                 "undated": 0,
                     *                 "uncountable": 0,
                     *                 "correction": 0,
                     *                 "second": 0,
                     *                 "missing": 0,
                     *                 "compliance": null,
                     *                 "lateness": null
                     *               }
                     *             }
                     *           ],
                     *           "sum": {
                     *             "submitted": 0,
                     *             "accepted": 0,
                     *             "duplicates": 0,
                     *             "quarantined": 0,
                     *             "rejected": 0,
                     *             "takenIn": 0,
                     *             "sentBack": 0,
                     *             "withdrawn": 0,
                     *             "timely": 0,
                     *             "late": 0,
                     *             "undated": 0,
                     *             "uncountable": 0,
                     *             "correction": 0,
                     *             "second": 0,
                     *             "missing": 0,
                     *             "compliance": null,
                     *             "lateness": null
                     *           }
                     *         }
                     *       ],
                     *       "regions": [
                     *         {
                     *           "region": "990100",
                     *           "name": "示例市",
                     *           "silent": 23,
                     *           "sum": {
                     *             "submitted": 4,
                     *             "accepted": 2,
                     *             "duplicates": 0,
                     *             "quarantined": 1,
                     *             "rejected": 1,
                     *             "takenIn": 0,
                     *             "sentBack": 1,
                     *             "withdrawn": 0,
                     *             "timely": 0,
                     *             "late": 2,
                     *             "undated": 0,
                     *             "uncountable": 0,
                     *             "correction": 0,
                     *             "second": 0,
                     *             "missing": 0,
                     *             "compliance": 50,
                     *             "lateness": 100
                     *           }
                     *         },
                     *         {
                     *           "region": "990101",
                     *           "name": "东山区",
                     *           "silent": 2,
                     *           "sum": {
                     *             "submitted": 0,
                     *             "accepted": 0,
                     *             "duplicates": 0,
                     *             "quarantined": 0,
                     *             "rejected": 0,
                     *             "takenIn": 0,
                     *             "sentBack": 0,
                     *             "withdrawn": 0,
                     *             "timely": 0,
                     *             "late": 0,
                     *             "undated": 0,
                     *             "uncountable": 0,
                     *             "correction": 0,
                     *             "second": 0,
                     *             "missing": 0,
                     *             "compliance": null,
                     *             "lateness": null
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DualPublicityFigures"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDualPublicityRows: {
        parameters: {
            query: {
                /** @description 月份 */
                month: string;
                /** @description 哪个数字 */
                kind?: "submitted" | "accepted" | "duplicates" | "quarantined" | "rejected" | "timely" | "late" | "undated" | "uncountable" | "correction" | "takenIn" | "sentBack" | "withdrawn" | "second" | "missing";
                /** @description 事项 */
                entry?: string;
                /** @description 单位的统一社会信用代码 */
                provider?: string;
                /** @description 区划 */
                region?: string;
                /** @description 从哪里继续 */
                cursor?: string;
                /** @description 每页行数 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "entry": "penalty",
                     *           "provider": "11990100990001378K",
                     *           "batch": "01a08376-dc00-73ae-99c2-54f04e6b6847",
                     *           "sheet": null,
                     *           "row": 1,
                     *           "outcome": "accepted",
                     *           "decidedOn": "2026-06-18",
                     *           "receivedAt": "2026-09-09T00:00:00.000Z",
                     *           "receivedOn": "2026-09-09",
                     *           "workingDays": 58,
                     *           "verdict": "late",
                     *           "withdrawn": false,
                     *           "corrected": false,
                     *           "correction": false,
                     *           "record": {
                     *             "subject": "91990100MAT3N21J5N",
                     *             "id": "M84EWGZPS4AEvo4iX9hzFw"
                     *           }
                     *         },
                     *         {
                     *           "entry": "penalty",
                     *           "provider": "11990100990001378K",
                     *           "batch": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *           "sheet": null,
                     *           "row": 2,
                     *           "outcome": "accepted",
                     *           "decidedOn": "2026-06-18",
                     *           "receivedAt": "2026-09-09T00:00:00.000Z",
                     *           "receivedOn": "2026-09-09",
                     *           "workingDays": 58,
                     *           "verdict": "late",
                     *           "withdrawn": false,
                     *           "corrected": false,
                     *           "correction": false,
                     *           "record": {
                     *             "subject": "91990100MATHRY1P6L",
                     *             "id": "cqSbRGOBHWqn6tk3YhgmJQ"
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DualPublicityRows"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各数据集。 */
            200: {
                headers: {
                    /** @description 调用方所适用的次数限制：q 为一次可以连续发出的请求数，w 为全部恢复所需的秒数；本机的请求不计，没有这组首部。 */
                    "RateLimit-Policy"?: string;
                    /** @description r 为此刻还可以发出的请求数，t 为全部恢复所需的秒数。 */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "region": "990100",
                     *       "official": false,
                     *       "policyHash": "b15b39eb14d567cf694e87769b79ad3bd75c936eec90912ee9d15f36ee95a64b",
                     *       "countedAt": "2026-09-09T00:00:00.000Z",
                     *       "license": {
                     *         "id": "template",
                     *         "name": "数据使用条款（模板，未经确认，非官方）",
                     *         "href": "/open-data#terms",
                     *         "confirmed": false,
                     *         "terms": [
                     *           "可以免费使用、复制和再利用，须注明数据来源和数据日期。",
                     *           "数据只说明取得之时的情况；使用前应当重新取得，已经终止、撤回的不得继续当作现状使用。"
                     *         ]
                     *       },
                     *       "items": [
                     *         {
                     *           "id": "administrative-compensation",
                     *           "title": "行政补偿",
                     *           "version": 1,
                     *           "count": 0,
                     *           "newestReceipt": null,
                     *           "completeThrough": null,
                     *           "sources": [
                     *             {
                     *               "provider": "11990100990027404G",
                     *               "providerName": "示例市农业农村局",
                     *               "through": null,
                     *               "state": "never"
                     *             }
                     *           ],
                     *           "fields": [
                     *             {
                     *               "id": "subjectName",
                     *               "column": "fields_subjectName",
                     *               "title": "主体名称",
                     *               "type": "string",
                     *               "unit": null
                     *             },
                     *             {
                     *               "id": "subjectCode",
                     *               "column": "fields_subjectCode",
                     *               "title": "统一社会信用代码",
                     *               "type": "string",
                     *               "unit": null
                     *             }
                     *           ],
                     *           "formats": [
                     *             {
                     *               "format": "csv",
                     *               "mediaType": "text/csv; charset=utf-8; header=present",
                     *               "href": "/api/v1/open-data/administrative-compensation.csv"
                     *             },
                     *             {
                     *               "format": "ndjson",
                     *               "mediaType": "application/x-ndjson; charset=utf-8",
                     *               "href": "/api/v1/open-data/administrative-compensation.ndjson"
                     *             }
                     *           ],
                     *           "schema": "/api/v1/open-data/administrative-compensation/schema"
                     *         },
                     *         {
                     *           "id": "administrative-confirmation",
                     *           "title": "行政确认",
                     *           "version": 1,
                     *           "count": 0,
                     *           "newestReceipt": null,
                     *           "completeThrough": null,
                     *           "sources": [
                     *             {
                     *               "provider": "119901009900164495",
                     *               "providerName": "示例市发展和改革委员会",
                     *               "through": null,
                     *               "state": "never"
                     *             },
                     *             {
                     *               "provider": "119901009900191802",
                     *               "providerName": "示例市科学技术局",
                     *               "through": null,
                     *               "state": "never"
                     *             }
                     *           ],
                     *           "fields": [
                     *             {
                     *               "id": "subjectName",
                     *               "column": "fields_subjectName",
                     *               "title": "主体名称",
                     *               "type": "string",
                     *               "unit": null
                     *             },
                     *             {
                     *               "id": "subjectCode",
                     *               "column": "fields_subjectCode",
                     *               "title": "统一社会信用代码",
                     *               "type": "string",
                     *               "unit": null
                     *             }
                     *           ],
                     *           "formats": [
                     *             {
                     *               "format": "csv",
                     *               "mediaType": "text/csv; charset=utf-8; header=present",
                     *               "href": "/api/v1/open-data/administrative-confirmation.csv"
                     *             },
                     *             {
                     *               "format": "ndjson",
                     *               "mediaType": "application/x-ndjson; charset=utf-8",
                     *               "href": "/api/v1/open-data/administrative-confirmation.ndjson"
                     *             }
                     *           ],
                     *           "schema": "/api/v1/open-data/administrative-confirmation/schema"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OpenDataListing"];
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOpenData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 数据集加格式，如 permit.csv、permit.ndjson、permit.parquet。 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 整个数据集，取自同一时刻。短时间内的次数限制见 RateLimit、RateLimit-Policy 首部。 */
            200: {
                headers: {
                    /** @description 调用方所适用的次数限制：q 为一次可以连续发出的请求数，w 为全部恢复所需的秒数；本机的请求不计，没有这组首部。 */
                    "RateLimit-Policy"?: string;
                    /** @description r 为此刻还可以发出的请求数，t 为全部恢复所需的秒数。 */
                    RateLimit?: string;
                    /** @description 文件的版本：日期、规则和全部记录的状况；有终止、撤回、更正或改名即变。 */
                    ETag?: string;
                    /** @description rel=describedby 为 JSON Schema，rel=license 为使用条款。 */
                    Link?: string;
                    /** @description 文件名由事项和日期组成。 */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOpenDataSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 目录事项。 */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema 2020-12。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": components["schemas"]["OpenDataRowSchema"];
                };
            };
            /** @description 调用方持有的版本仍为最新。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLookRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 凭什么可以查询非公开信息：事由、法定职责及其条文、可以查询的单位、授权的上限 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "policyHash": "9f2b1c0d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
                     *       "purposes": [
                     *         {
                     *           "purpose": "administrative-approval",
                     *           "name": "行政审批"
                     *         }
                     *       ],
                     *       "duties": [
                     *         {
                     *           "duty": "permit-review",
                     *           "name": "许可审查（示例 非官方）",
                     *           "offices": [
                     *             "11990100990002741Q"
                     *           ],
                     *           "entries": [
                     *             "penalty",
                     *             "permit"
                     *           ],
                     *           "purposes": [
                     *             "administrative-approval"
                     *           ],
                     *           "article": "opinions-2025#7",
                     *           "articleText": "《关于健全社会信用体系的意见》第七条",
                     *           "from": "2026-01-01",
                     *           "until": null
                     *         }
                     *       ],
                     *       "offices": [
                     *         {
                     *           "uscc": "11990100990002741Q",
                     *           "name": "示例市税务局",
                     *           "matterFormat": "SW-####-######",
                     *           "subjectsPerDay": 200
                     *         }
                     *       ],
                     *       "authorisation": {
                     *         "monthsMax": 12,
                     *         "usesMax": 100
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LookRules"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    querySubjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Query"] | components["schemas"]["QueryFurther"];
            };
        };
        responses: {
            /** @description 逐个主体的答复。没有授权的写明没有授权，未能核查的写明未能核查，从不以空结果代替。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-09-09T01:00:00.000Z",
                     *       "day": "2026-09-09",
                     *       "policyHash": "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d",
                     *       "prompt": "仅供办理所填事项参考。是否采用、怎样采用，由承办人决定。",
                     *       "answers": [
                     *         {
                     *           "uscc": "91990100MA0XH00501",
                     *           "matter": "SL-2026-000123",
                     *           "look": "000102030405060708090a0b0c0d0e0f",
                     *           "outcome": "data",
                     *           "known": true,
                     *           "name": "示例市澄岸环境工程有限公司",
                     *           "entries": [
                     *             {
                     *               "entry": "penalty",
                     *               "entryName": "行政处罚",
                     *               "state": "found",
                     *               "records": 1,
                     *               "scope": {
                     *                 "providers": 31,
                     *                 "completeThrough": "2026-09-01",
                     *                 "unchecked": [
                     *                   {
                     *                     "title": "示例市知识产权局",
                     *                     "through": null
                     *                   }
                     *                 ]
                     *               }
                     *             }
                     *           ],
                     *           "records": [
                     *             {
                     *               "id": "AAECAwQFBgcICQoLDA0ODw",
                     *               "entry": "penalty",
                     *               "entryName": "行政处罚",
                     *               "documentNo": "示市监罚〔2026〕12号",
                     *               "authority": "示例市市场监督管理局",
                     *               "provider": "11990100990001378K",
                     *               "providerName": "示例市市场监督管理局",
                     *               "decidedOn": "2026-06-18",
                     *               "validUntil": "2029-06-18",
                     *               "shownUntil": "2027-06-18",
                     *               "severity": "general",
                     *               "receivedOn": "2026-06-24",
                     *               "marks": [],
                     *               "fields": {
                     *                 "documentNo": "示市监罚〔2026〕12号",
                     *                 "offenceKind": "未按规定明码标价",
                     *                 "content": "罚款人民币 2000 元",
                     *                 "fine": "0.200000"
                     *               }
                     *             }
                     *           ],
                     *           "next": null
                     *         },
                     *         {
                     *           "uscc": "91990100MA0XH0026G",
                     *           "matter": "SL-2026-000124",
                     *           "look": "101112131415161718191a1b1c1d1e1f",
                     *           "outcome": "not-authorised",
                     *           "known": null,
                     *           "name": null,
                     *           "entries": [],
                     *           "records": [],
                     *           "next": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QueryAnswer"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Query"];
            };
        };
        responses: {
            /** @description CSV，带字节顺序标记；首行为导出编号，其后为表头。行序由导出编号决定。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnRecords: {
        parameters: {
            query?: {
                /** @description 接着读下一页：原样交回，不必再填其他内容 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位的全部记录，连同来源 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uscc": "91990100MA0XH00501",
                     *       "name": "示例市澄岸环境工程有限公司",
                     *       "known": true,
                     *       "items": [
                     *         {
                     *           "id": "AAECAwQFBgcICQoLDA0ODw",
                     *           "entry": "penalty",
                     *           "entryName": "行政处罚",
                     *           "documentNo": "示市监罚〔2026〕12号",
                     *           "authority": "示例市市场监督管理局",
                     *           "provider": "11990100990001378K",
                     *           "providerName": "示例市市场监督管理局",
                     *           "decidedOn": "2026-06-18",
                     *           "validUntil": "2029-06-18",
                     *           "shownUntil": "2027-06-18",
                     *           "severity": "general",
                     *           "receivedOn": "2026-06-24",
                     *           "marks": [],
                     *           "fields": {
                     *             "documentNo": "示市监罚〔2026〕12号",
                     *             "offenceKind": "未按规定明码标价",
                     *             "content": "罚款人民币 2000 元",
                     *             "fine": "0.200000"
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["OwnRecords"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnLooks: {
        parameters: {
            query?: {
                /** @description 接着读下一页：原样交回，不必再填其他内容 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 谁查询过本单位：单位、岗位、办件、字段、事由、依据、时间 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "look": "000102030405060708090a0b0c0d0e0f",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "organisation": "11990100990006857Y",
                     *           "organisationName": "示例市生态环境局",
                     *           "post": "approver",
                     *           "matter": "SL-2026-000123",
                     *           "purpose": "administrative-approval",
                     *           "purposeName": "行政审批",
                     *           "basis": "duty",
                     *           "basisRef": "permit-review",
                     *           "article": "opinions-2025#7",
                     *           "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第七条",
                     *           "entries": [
                     *             "penalty"
                     *           ],
                     *           "fields": [
                     *             "penalty.*"
                     *           ],
                     *           "outcome": "data",
                     *           "measures": [
                     *             {
                     *               "measure": "wage-arrears-public-trade",
                     *               "name": "拖欠农民工工资：在政府采购、招标投标中予以限制",
                     *               "applied": true,
                     *               "decisionNo": "示发改〔2026〕8号",
                     *               "reason": "取消本次投标资格",
                     *               "articles": [
                     *                 "《保障农民工工资支付条例》第四十八条"
                     *               ],
                     *               "remedy": null,
                     *               "at": "2026-09-09T01:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["OwnLooks"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveOwnLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                look: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一次对本单位的查询确在日志中的证明，核验方法见 docs/spec/access-log.md */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "disclosure": {
                     *         "suite": "sha256",
                     *         "kind": "access",
                     *         "header": {
                     *           "id": "000102030405060708090a0b0c0d0e0f",
                     *           "subject": "91990100MA0XH00501",
                     *           "entry": "access"
                     *         },
                     *         "headerSalt": "0000000000000000000000000000000000000000000000000000000000000000",
                     *         "groups": [
                     *           {
                     *             "salt": "0101010101010101010101010101010101010101010101010101010101010101",
                     *             "fields": {
                     *               "matter": "SL-2026-000123",
                     *               "purpose": "administrative-approval"
                     *             }
                     *           },
                     *           {
                     *             "hash": "0202020202020202020202020202020202020202020202020202020202020202"
                     *           }
                     *         ]
                     *       },
                     *       "commitment": "0303030303030303030303030303030303030303030303030303030303030303",
                     *       "position": 17,
                     *       "size": 256,
                     *       "path": [
                     *         "0404040404040404040404040404040404040404040404040404040404040404"
                     *       ],
                     *       "note": "credit.example.invalid/access\nxinheng/v1/access-root\n"
                     *     }
                     */
                    "application/json": components["schemas"]["LookProof"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOwn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位的全部资料，一行一项(NDJSON)：记录及来源、查询、授权、通知；最后一行说明是否完整 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkSubjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Check"];
            };
        };
        responses: {
            /** @description 逐个主体的答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-09-09T01:00:00.000Z",
                     *       "day": "2026-09-09",
                     *       "policyHash": "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d",
                     *       "prompt": "本结果是提示，不是决定。是否适用、怎样适用由办理人员依法决定并说明理由；只列与本事项有关的措施。未能核查不等于没有。",
                     *       "matter": {
                     *         "id": "bidding",
                     *         "name": "工程建设项目招标投标"
                     *       },
                     *       "entries": [
                     *         {
                     *           "entry": "abnormal-operation",
                     *           "entryName": "经营异常名录",
                     *           "state": "checked",
                     *           "providers": 1,
                     *           "completeThrough": "2026-09-08",
                     *           "unchecked": []
                     *         },
                     *         {
                     *           "entry": "serious-list",
                     *           "entryName": "严重失信主体名单",
                     *           "state": "unchecked",
                     *           "providers": 6,
                     *           "completeThrough": "2026-08-31",
                     *           "unchecked": [
                     *             {
                     *               "title": "示例市人力资源和社会保障局",
                     *               "through": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "answers": [
                     *         {
                     *           "uscc": "91990100MA0XH00501",
                     *           "matterNo": "FG-2026-0001",
                     *           "look": "000102030405060708090a0b0c0d0e0f",
                     *           "outcome": "measures",
                     *           "known": true,
                     *           "name": "示例市澄岸环境工程有限公司",
                     *           "measures": [
                     *             {
                     *               "measure": "wage-arrears-public-trade",
                     *               "name": "拖欠农民工工资：在政府采购、招标投标中予以限制",
                     *               "kind": "restriction",
                     *               "measureClass": 1,
                     *               "content": "被列入拖欠农民工工资失信联合惩戒对象名单的用人单位，在政府采购、招投标等方面依法依规予以限制。",
                     *               "basis": [
                     *                 {
                     *                   "article": "wage-payment-regulation#四十八",
                     *                   "text": "《保障农民工工资支付条例》第四十八条"
                     *                 }
                     *               ],
                     *               "bodies": [
                     *                 "财政部门、招标投标行政监督部门"
                     *               ],
                     *               "decider": "示例市人力资源和社会保障局",
                     *               "documentNo": "示人社监字〔2026〕3号",
                     *               "decidedOn": "2026-01-10",
                     *               "record": "AAECAwQFBgcICQoLDA0ODw",
                     *               "marks": [
                     *                 {
                     *                   "kind": "objection",
                     *                   "name": "异议处理中",
                     *                   "means": "主体对该信息提出了异议，正在处理。处理结束前，请勿将其视为无争议的事实。"
                     *                 }
                     *               ],
                     *               "until": "2029-01-10",
                     *               "readDecision": false,
                     *               "remedy": "移出名单后限制即行解除；对列入决定不服的，可以依法申请行政复议或者提起行政诉讼。"
                     *             }
                     *           ],
                     *           "incentives": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeLargeCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LargeCheck"];
            };
        };
        responses: {
            /** @description 等待复核的申请 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "check.batch",
                     *       "title": "批量核对",
                     *       "organisation": "11990100990001378K",
                     *       "target": "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": null,
                     *       "reason": "年度入库供应商资格复核",
                     *       "payload": {
                     *         "matter": "bidding",
                     *         "purpose": "public-procurement",
                     *         "duty": "procurement-review",
                     *         "subjects": 2400
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCheckFeedback: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位的反馈，新的在前；依据已失效的逐项标明 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "look": "000102030405060708090a0b0c0d0e0f",
                     *           "matterNo": "FG-2026-0001",
                     *           "measure": "wage-arrears-public-trade",
                     *           "name": "拖欠农民工工资：在政府采购、招标投标中予以限制",
                     *           "applied": true,
                     *           "decisionNo": "示发改〔2026〕8号",
                     *           "reason": "取消本次投标资格",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "basisLapsed": false
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["CheckFeedbackList"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveCheckFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckFeedback"];
            };
        };
        responses: {
            /** @description 反馈：措施是否适用、依据哪一决定、为什么 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 措施与激励的登记册，以及事项 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "policyHash": "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d",
                     *       "official": false,
                     *       "matters": [
                     *         {
                     *           "id": "bidding",
                     *           "name": "工程建设项目招标投标",
                     *           "purposes": [
                     *             "public-procurement"
                     *           ]
                     *         }
                     *       ],
                     *       "measures": [
                     *         {
                     *           "id": "wage-arrears-public-trade",
                     *           "version": 1,
                     *           "name": "拖欠农民工工资：在政府采购、招标投标中予以限制",
                     *           "kind": "restriction",
                     *           "measureClass": 1,
                     *           "className": "第一类：减损权益、增加义务",
                     *           "item": null,
                     *           "content": "被列入拖欠农民工工资失信联合惩戒对象名单的用人单位，在政府采购、招投标等方面依法依规予以限制。",
                     *           "triggers": [
                     *             "拖欠农民工工资失信联合惩戒对象名单"
                     *           ],
                     *           "unless": [],
                     *           "subjectKinds": [
                     *             "enterprise"
                     *           ],
                     *           "matters": [
                     *             "bidding"
                     *           ],
                     *           "bodies": [
                     *             {
                     *               "name": "财政部门、招标投标行政监督部门",
                     *               "levels": [
                     *                 "province",
                     *                 "city",
                     *                 "county"
                     *               ]
                     *             }
                     *           ],
                     *           "basis": [
                     *             {
                     *               "article": "wage-payment-regulation#四十八",
                     *               "text": "《保障农民工工资支付条例》第四十八条"
                     *             }
                     *           ],
                     *           "term": {
                     *             "kind": "while-triggered",
                     *             "months": null
                     *           },
                     *           "remedy": "移出名单后限制即行解除。",
                     *           "commitment": null,
                     *           "state": "live",
                     *           "stateName": "适用",
                     *           "mark": "verified",
                     *           "note": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MeasureRegistry"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeasureFigures: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各项措施的反馈数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-09",
                     *       "measures": [
                     *         {
                     *           "measure": "wage-arrears-public-trade",
                     *           "name": "拖欠农民工工资：在政府采购、招标投标中予以限制",
                     *           "applied": 12,
                     *           "notApplied": null,
                     *           "offices": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MeasureFigures"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnNotices: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位的通知，由记录、规则和当日推算，最近一年 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": 1,
                     *       "items": [
                     *         {
                     *           "position": "1788915600000:look:2026-09-09:11990100990006857Y:",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "kind": "looked-at",
                     *           "title": "本单位的信用信息被依职责查询",
                     *           "text": "2026-09-09，示例市生态环境局依职责查询 1 次，涉及办件 1 件。事由、依据和所查事项见查询记录。",
                     *           "about": null,
                     *           "isNew": true
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNoticesRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticesRead"];
            };
        };
        responses: {
            /** @description 已读到某一条为止 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": 0
                     *     }
                     */
                    "application/json": components["schemas"]["NoticesUnread"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyDrafts: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "draft": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a00",
                     *           "title": "缩短授权期限上限",
                     *           "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *           "createdAt": "2026-09-09T02:00:00.000Z",
                     *           "version": 1,
                     *           "savedAt": "2026-09-09T02:00:00.000Z",
                     *           "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *           "files": [
                     *             "access/rules.yaml"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyDrafts"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPolicyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicyDraft"];
            };
        };
        responses: {
            /** @description A draft in its newest version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draft": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a00",
                     *       "title": "缩短授权期限上限",
                     *       "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *       "createdAt": "2026-09-09T02:00:00.000Z",
                     *       "version": 1,
                     *       "savedAt": "2026-09-09T02:00:00.000Z",
                     *       "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "files": {
                     *         "access/rules.yaml": "purposes:\n  - { id: approval, zh: 审批 }\n"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPolicyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A draft in its newest version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draft": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a00",
                     *       "title": "缩短授权期限上限",
                     *       "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *       "createdAt": "2026-09-09T02:00:00.000Z",
                     *       "version": 1,
                     *       "savedAt": "2026-09-09T02:00:00.000Z",
                     *       "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "files": {
                     *         "access/rules.yaml": "purposes:\n  - { id: approval, zh: 审批 }\n"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgePolicyDraft: {
        parameters: {
            query?: {
                /** @description The first day in effect; today where left out */
                effective?: string;
            };
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a draft would make of the policy on a day: faults, its own cases, the difference, the first lawful day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "effective": "2026-09-09",
                     *       "faults": [],
                     *       "cases": [],
                     *       "changes": [
                     *         {
                     *           "kind": "access.authorisation",
                     *           "id": null,
                     *           "path": [
                     *             "monthsMax"
                     *           ],
                     *           "what": "changed",
                     *           "effect": "relief",
                     *           "place": "授权上限 › 最长月数",
                     *           "before": "12",
                     *           "after": "6"
                     *         }
                     *       ],
                     *       "worsens": false,
                     *       "earliest": "2026-09-09",
                     *       "notice": {
                     *         "days": 30,
                     *         "article": "opinions-2025#12",
                     *         "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第12项",
                     *         "mark": "unverified"
                     *       },
                     *       "policyHash": "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyJudgement"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPolicyImpact: {
        parameters: {
            query?: {
                /** @description The first day in effect; today where left out */
                effective?: string;
            };
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much a draft would touch, by kind of subject and territory; cells under ten are not told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "items": [
                     *         {
                     *           "entry": "penalty",
                     *           "name": "行政处罚",
                     *           "subjects": null,
                     *           "records": null,
                     *           "cells": [
                     *             {
                     *               "kind": "enterprise",
                     *               "territory": "990100",
                     *               "subjects": 128,
                     *               "records": 203
                     *             },
                     *             {
                     *               "kind": "enterprise",
                     *               "territory": "990102",
                     *               "subjects": null,
                     *               "records": null
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyImpact"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPolicyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDraftEdit"];
            };
        };
        responses: {
            /** @description A draft in its newest version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draft": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a00",
                     *       "title": "缩短授权期限上限",
                     *       "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *       "createdAt": "2026-09-09T02:00:00.000Z",
                     *       "version": 2,
                     *       "savedAt": "2026-09-09T02:00:00.000Z",
                     *       "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "files": {
                     *         "access/rules.yaml": "purposes:\n  - { id: approval, zh: 审批 }\n"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyDraft"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposePolicyRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyReleaseAsked"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "policy.release",
                     *       "title": "发布规则",
                     *       "organisation": "129901009900397397",
                     *       "target": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a00",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "证1号",
                     *       "reason": "与授权实践一致",
                     *       "payload": {
                     *         "draft": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a00",
                     *         "version": 1,
                     *         "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *         "effective": "2026-09-09"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposePolicyWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyWithdrawalAsked"];
            };
        };
        responses: {
            /** @description Proposed: a second person decides it at /api/v1/approvals/{proposal}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "policy.withdraw",
                     *       "title": "撤销未生效的规则发布",
                     *       "organisation": "129901009900397397",
                     *       "target": "2",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "证1号",
                     *       "reason": "与授权实践一致",
                     *       "payload": {
                     *         "number": 2,
                     *         "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files of the policy of today that a draft may bring anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "layer": "shipped",
                     *           "path": "measures/measures.yaml"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyTexts"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPolicyText: {
        parameters: {
            query: {
                layer: string;
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One file of the policy of today as it is written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "layer": "shipped",
                     *       "path": "measures/incentives.yaml",
                     *       "text": "incentives: []\n"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyText"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyAssessments: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "assessment": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a22",
                     *           "title": "招标投标限制措施(征求意见稿)",
                     *           "standing": false,
                     *           "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *           "madeAt": "2026-09-09T02:00:00.000Z",
                     *           "measures": 1,
                     *           "reasons": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyAssessments"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assessPolicyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicyAssessment"];
            };
        };
        responses: {
            /** @description An assessment before issue, with the texts that were judged */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assessment": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a22",
                     *       "title": "招标投标限制措施(征求意见稿)",
                     *       "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *       "madeAt": "2026-09-09T02:00:00.000Z",
                     *       "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "policyHash": "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
                     *       "files": {
                     *         "measures/measures.yaml": "measures: []\n"
                     *       },
                     *       "report": {
                     *         "day": "2026-09-09",
                     *         "standing": false,
                     *         "reasons": [
                     *           {
                     *             "code": "policy.measure-rank",
                     *             "message": "措施 sample-restriction 没有相应位阶的依据。减损权益、增加义务的措施和法定限制须以法律、行政法规、地方性法规为依据。",
                     *             "article": "opinions-2025#12",
                     *             "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第12项",
                     *             "path": "measures/measures.yaml",
                     *             "line": 13,
                     *             "column": 12
                     *           }
                     *         ],
                     *         "measures": [
                     *           {
                     *             "id": "sample-restriction",
                     *             "name": "示例限制",
                     *             "kind": "restriction",
                     *             "class": 1,
                     *             "state": "live",
                     *             "content": "示例：一年内限制参加招标投标。",
                     *             "standing": false,
                     *             "triggers": [
                     *               {
                     *                 "kind": "entry",
                     *                 "id": "penalty",
                     *                 "name": "行政处罚",
                     *                 "conditions": [
                     *                   {
                     *                     "field": "penaltyKinds",
                     *                     "contains": [
                     *                       "吊销"
                     *                     ]
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "matters": [
                     *               {
                     *                 "id": "bidding",
                     *                 "name": "工程建设项目招标投标"
                     *               }
                     *             ],
                     *             "subjectKinds": [
                     *               "enterprise"
                     *             ],
                     *             "bodies": [
                     *               {
                     *                 "name": "示例部门",
                     *                 "levels": [
                     *                   "city"
                     *                 ]
                     *               }
                     *             ],
                     *             "term": {
                     *               "kind": "months",
                     *               "months": 12
                     *             },
                     *             "remedy": {
                     *               "text": "可以依法申请行政复议或者提起行政诉讼。",
                     *               "article": "administrative-penalty-law#七"
                     *             },
                     *             "basis": [
                     *               {
                     *                 "source": "opinions-2025",
                     *                 "article": "12",
                     *                 "title": "示例意见",
                     *                 "rank": "central-policy",
                     *                 "territory": "000000",
                     *                 "inForce": "2025-03-31",
                     *                 "until": null,
                     *                 "mark": "verified",
                     *                 "carries": false,
                     *                 "holds": true
                     *               }
                     *             ],
                     *             "findings": [
                     *               {
                     *                 "code": "assess.unrelated",
                     *                 "weight": "question",
                     *                 "message": "触发 penalty 的依据与本措施的依据没有共同的文件，请说明它与事项“工程建设项目招标投标”的关联。",
                     *                 "article": "opinions-2025#12",
                     *                 "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第12项",
                     *                 "mark": null,
                     *                 "path": "measures/measures.yaml",
                     *                 "line": 9,
                     *                 "column": 16
                     *               }
                     *             ],
                     *             "counts": [
                     *               {
                     *                 "entry": "penalty",
                     *                 "name": "行政处罚",
                     *                 "subjects": null,
                     *                 "records": null,
                     *                 "cells": [
                     *                   {
                     *                     "kind": "enterprise",
                     *                     "territory": "990100",
                     *                     "size": "规模未登记",
                     *                     "subjects": 128,
                     *                     "records": 140
                     *                   },
                     *                   {
                     *                     "kind": "individual-business",
                     *                     "territory": "990100",
                     *                     "size": "规模未登记",
                     *                     "subjects": null,
                     *                     "records": null
                     *                   }
                     *                 ]
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "lists": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyAssessment"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPolicyAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assessment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An assessment before issue, with the texts that were judged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assessment": "5b1c2a9e-6a4e-4c53-9d0e-0f4d3c2b1a22",
                     *       "title": "招标投标限制措施(征求意见稿)",
                     *       "createdBy": "7c7a2f9e-1f0e-4a53-8d0e-0f4d3c2b1a11",
                     *       "madeAt": "2026-09-09T02:00:00.000Z",
                     *       "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "policyHash": "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
                     *       "files": {
                     *         "measures/measures.yaml": "measures: []\n"
                     *       },
                     *       "report": {
                     *         "day": "2026-09-09",
                     *         "standing": false,
                     *         "reasons": [
                     *           {
                     *             "code": "policy.measure-rank",
                     *             "message": "措施 sample-restriction 没有相应位阶的依据。减损权益、增加义务的措施和法定限制须以法律、行政法规、地方性法规为依据。",
                     *             "article": "opinions-2025#12",
                     *             "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第12项",
                     *             "path": "measures/measures.yaml",
                     *             "line": 13,
                     *             "column": 12
                     *           }
                     *         ],
                     *         "measures": [
                     *           {
                     *             "id": "sample-restriction",
                     *             "name": "示例限制",
                     *             "kind": "restriction",
                     *             "class": 1,
                     *             "state": "live",
                     *             "content": "示例：一年内限制参加招标投标。",
                     *             "standing": false,
                     *             "triggers": [
                     *               {
                     *                 "kind": "entry",
                     *                 "id": "penalty",
                     *                 "name": "行政处罚",
                     *                 "conditions": [
                     *                   {
                     *                     "field": "penaltyKinds",
                     *                     "contains": [
                     *                       "吊销"
                     *                     ]
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "matters": [
                     *               {
                     *                 "id": "bidding",
                     *                 "name": "工程建设项目招标投标"
                     *               }
                     *             ],
                     *             "subjectKinds": [
                     *               "enterprise"
                     *             ],
                     *             "bodies": [
                     *               {
                     *                 "name": "示例部门",
                     *                 "levels": [
                     *                   "city"
                     *                 ]
                     *               }
                     *             ],
                     *             "term": {
                     *               "kind": "months",
                     *               "months": 12
                     *             },
                     *             "remedy": {
                     *               "text": "可以依法申请行政复议或者提起行政诉讼。",
                     *               "article": "administrative-penalty-law#七"
                     *             },
                     *             "basis": [
                     *               {
                     *                 "source": "opinions-2025",
                     *                 "article": "12",
                     *                 "title": "示例意见",
                     *                 "rank": "central-policy",
                     *                 "territory": "000000",
                     *                 "inForce": "2025-03-31",
                     *                 "until": null,
                     *                 "mark": "verified",
                     *                 "carries": false,
                     *                 "holds": true
                     *               }
                     *             ],
                     *             "findings": [
                     *               {
                     *                 "code": "assess.unrelated",
                     *                 "weight": "question",
                     *                 "message": "触发 penalty 的依据与本措施的依据没有共同的文件，请说明它与事项“工程建设项目招标投标”的关联。",
                     *                 "article": "opinions-2025#12",
                     *                 "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第12项",
                     *                 "mark": null,
                     *                 "path": "measures/measures.yaml",
                     *                 "line": 9,
                     *                 "column": 16
                     *               }
                     *             ],
                     *             "counts": [
                     *               {
                     *                 "entry": "penalty",
                     *                 "name": "行政处罚",
                     *                 "subjects": null,
                     *                 "records": null,
                     *                 "cells": [
                     *                   {
                     *                     "kind": "enterprise",
                     *                     "territory": "990100",
                     *                     "size": "规模未登记",
                     *                     "subjects": 128,
                     *                     "records": 140
                     *                   },
                     *                   {
                     *                     "kind": "individual-business",
                     *                     "territory": "990100",
                     *                     "size": "规模未登记",
                     *                     "subjects": null,
                     *                     "records": null
                     *                   }
                     *                 ]
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "lists": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyAssessment"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyReleases: {
        parameters: {
            query?: {
                /** @description Numbers below this one */
                below?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": 1,
                     *           "title": "缩短授权期限上限",
                     *           "effective": "2026-09-09",
                     *           "state": "in-effect",
                     *           "worsens": false,
                     *           "changes": 1,
                     *           "reason": "与授权实践一致",
                     *           "documentNo": "示信函〔2026〕9号",
                     *           "organisation": "129901009900397397",
                     *           "organisationName": "示例市公共信用信息中心",
                     *           "confirmedAt": "2026-09-09T02:30:00.000Z",
                     *           "withdrawnAt": null,
                     *           "withdrawnReason": null,
                     *           "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *           "policyHash": "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyReleases"];
                };
            };
            /** @description Unchanged since the caller's version */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPolicyRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A release with its files and its whole difference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "title": "缩短授权期限上限",
                     *       "effective": "2026-09-09",
                     *       "state": "in-effect",
                     *       "worsens": false,
                     *       "changes": 1,
                     *       "reason": "与授权实践一致",
                     *       "documentNo": "示信函〔2026〕9号",
                     *       "organisation": "129901009900397397",
                     *       "organisationName": "示例市公共信用信息中心",
                     *       "confirmedAt": "2026-09-09T02:30:00.000Z",
                     *       "withdrawnAt": null,
                     *       "withdrawnReason": null,
                     *       "hash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "policyHash": "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
                     *       "difference": [
                     *         {
                     *           "kind": "access.authorisation",
                     *           "id": null,
                     *           "path": [
                     *             "monthsMax"
                     *           ],
                     *           "what": "changed",
                     *           "effect": "relief",
                     *           "place": "授权上限 › 最长月数",
                     *           "before": "12",
                     *           "after": "6"
                     *         }
                     *       ],
                     *       "files": {
                     *         "access/rules.yaml": "purposes:\n  - { id: approval, zh: 审批 }\n"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyRelease"];
                };
            };
            /** @description Unchanged since the caller's version */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only of this one; for the centre */
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subscription": "3d0e1c52-77aa-4c0e-9d5e-0c5a8a1f7b10",
                     *           "organisation": "91990100MA0XH00426",
                     *           "name": "示例征信有限公司",
                     *           "basis": {
                     *             "kind": "contract",
                     *             "number": "示信合〔2026〕1号"
                     *           },
                     *           "purpose": "financing",
                     *           "entries": [
                     *             "penalty",
                     *             "permit"
                     *           ],
                     *           "since": "2026-09-09",
                     *           "until": "2027-09-09",
                     *           "grantedAt": "2026-09-09T00:00:00.000Z",
                     *           "endedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionWish"];
            };
        };
        responses: {
            /** @description Proposed. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "subscription.grant",
                     *       "title": "登记订阅单位",
                     *       "organisation": "129901009900397397",
                     *       "target": "91990100MA0XH00426",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示信函〔2026〕1号",
                     *       "reason": "接收公示信息",
                     *       "payload": {
                     *         "organisation": "91990100MA0XH00426",
                     *         "name": "示例征信有限公司",
                     *         "basisKind": "contract",
                     *         "basis": "示信合〔2026〕1号",
                     *         "purpose": "financing",
                     *         "entries": [
                     *           "penalty",
                     *           "permit"
                     *         ],
                     *         "since": "2026-09-09",
                     *         "until": "2027-09-09"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionEnd"];
            };
        };
        responses: {
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subscription": "3d0e1c52-77aa-4c0e-9d5e-0c5a8a1f7b10",
                     *       "organisation": "91990100MA0XH00426",
                     *       "name": "示例征信有限公司",
                     *       "basis": {
                     *         "kind": "contract",
                     *         "number": "示信合〔2026〕1号"
                     *       },
                     *       "purpose": "financing",
                     *       "entries": [
                     *         "penalty",
                     *         "permit"
                     *       ],
                     *       "since": "2026-09-09",
                     *       "until": "2027-09-09",
                     *       "grantedAt": "2026-09-09T00:00:00.000Z",
                     *       "endedAt": "2026-10-08T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEndpoints: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only of this one; for the centre */
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "endpoint": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c077",
                     *           "organisation": "91990100MA0XH00426",
                     *           "name": "示例征信有限公司",
                     *           "feed": "withdrawals",
                     *           "url": "https://credit.example.cn/xinheng",
                     *           "registeredAt": "2026-09-09T00:00:00.000Z",
                     *           "endedAt": null,
                     *           "messages": 3,
                     *           "failures": 0,
                     *           "nextAt": "2026-09-10T01:00:00.000Z",
                     *           "lastAt": "2026-09-10T01:00:00.000Z",
                     *           "lastAnswer": "204"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "origins": [
                     *         "https://credit.example.cn"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoints"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointWish"];
            };
        };
        responses: {
            /** @description Proposed. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "endpoint.register",
                     *       "title": "登记推送地址",
                     *       "organisation": "129901009900397397",
                     *       "target": "91990100MA0XH00426 withdrawals",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示信函〔2026〕1号",
                     *       "reason": "接收撤回通知",
                     *       "payload": {
                     *         "organisation": "91990100MA0XH00426",
                     *         "name": "示例征信有限公司",
                     *         "feed": "withdrawals",
                     *         "url": "https://credit.example.cn/xinheng"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointEnd"];
            };
        };
        responses: {
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c077",
                     *       "organisation": "91990100MA0XH00426",
                     *       "name": "示例征信有限公司",
                     *       "feed": "withdrawals",
                     *       "url": "https://credit.example.cn/xinheng",
                     *       "registeredAt": "2026-09-09T00:00:00.000Z",
                     *       "endedAt": "2026-09-11T00:00:00.000Z",
                     *       "messages": 3,
                     *       "failures": 0,
                     *       "nextAt": "2026-09-10T01:00:00.000Z",
                     *       "lastAt": "2026-09-10T01:00:00.000Z",
                     *       "lastAnswer": "204"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEndpointKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kty": "OKP",
                     *       "crv": "Ed25519",
                     *       "kid": "endpoint",
                     *       "use": "sig",
                     *       "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointKey"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStatements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryWish"];
            };
        };
        responses: {
            /** @description 接收订阅所及的信息；先留痕，后交付。每条信息用接收单位自己的编号 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "policyHash": "5f0c8a1d2b3e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
                     *       "items": [
                     *         {
                     *           "id": "4f1c9a0b7d2e43568a90b1c2d3e4f501",
                     *           "replaces": null,
                     *           "name": "示例市试行1号商贸有限公司",
                     *           "shownUntil": "2027-06-18",
                     *           "marks": [],
                     *           "digest": "9b2f0e4c7a1d3b5869f0c1d2e3f4a5b60718293a4b5c6d7e8f9001122334455f",
                     *           "content": {
                     *             "uscc": "91990100TA00000019",
                     *             "entry": "penalty",
                     *             "entryVersion": 1,
                     *             "provider": "11990100990001378K",
                     *             "documentNo": "示市监罚〔2026〕1号",
                     *             "authority": "示例市市场监督管理局",
                     *             "decidedOn": "2026-06-18",
                     *             "validFrom": null,
                     *             "validUntil": null,
                     *             "severity": "general",
                     *             "fields": {
                     *               "penaltyKind": "罚款"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWithdrawals: {
        parameters: {
            query?: {
                /** @description 上次返回的 cursor；不填则从头 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已接收信息的终止、恢复、更正、撤回、标注和到期；按次序，可从头重取 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "items": [
                     *         {
                     *           "kind": "ended",
                     *           "position": 17,
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "id": "4f1c9a0b7d2e43568a90b1c2d3e4f501",
                     *           "effective": "2026-09-09",
                     *           "ends": [
                     *             {
                     *               "from": "2026-09-09",
                     *               "through": null
                     *             }
                     *           ],
                     *           "marks": [],
                     *           "paused": false
                     *         },
                     *         {
                     *           "kind": "expired",
                     *           "id": "77aa0c5e9d1b4e23a4c5d6e7f8091a2b",
                     *           "effective": "2026-09-09",
                     *           "shownUntil": "2026-09-08"
                     *         }
                     *       ],
                     *       "cursor": "WzE4XQ.c2VhbGVkLWN1cnNvcg",
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalFeed"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeWithdrawals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalReceipt"];
            };
        };
        responses: {
            /** @description 本单位的接收与回执情况 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": 1204,
                     *       "nextPosition": 18,
                     *       "through": 17,
                     *       "unacknowledged": 0,
                     *       "oldestAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalStanding"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWithdrawalStanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位的接收与回执情况 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": 1204,
                     *       "nextPosition": 18,
                     *       "through": 15,
                     *       "unacknowledged": 2,
                     *       "oldestAt": "2026-09-09T01:00:00.000Z",
                     *       "reminders": [
                     *         {
                     *           "at": "2026-09-20T00:00:00.000Z",
                     *           "unacknowledged": 2,
                     *           "oldestAt": "2026-09-09T01:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OwnWithdrawalStanding"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWithdrawalDigest: {
        parameters: {
            query?: {
                entry?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 今日应当展示的已接收信息的摘要，按事项 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "nextPosition": 18,
                     *       "entries": [
                     *         {
                     *           "entry": "penalty",
                     *           "count": 1203,
                     *           "digest": "1d3b5869f0c1d2e3f4a5b60718293a4b5c6d7e8f9001122334455f9b2f0e4c7a",
                     *           "buckets": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalDigest"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWithdrawalCopies: {
        parameters: {
            query: {
                entry: string;
                bucket?: number | null;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 今日应当展示的已接收信息：编号、期限、内容摘要 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "4f1c9a0b7d2e43568a90b1c2d3e4f501",
                     *           "shownUntil": "2027-06-18",
                     *           "digest": "9b2f0e4c7a1d3b5869f0c1d2e3f4a5b60718293a4b5c6d7e8f9001122334455f"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalCopies"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOverdueSubscribers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 有未回执通知的订阅单位，最久的在前；仅供内部 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "organisation": "91990100MA0XH00426",
                     *           "name": "示例征信有限公司",
                     *           "unacknowledged": 2,
                     *           "oldestAt": "2026-09-09T01:00:00.000Z",
                     *           "days": 11,
                     *           "remindedAt": null,
                     *           "namedAt": null
                     *         }
                     *       ],
                     *       "naming": {
                     *         "confirmed": false,
                     *         "basis": "repair-plan-2025#*",
                     *         "publisher": "信用中国",
                     *         "days": 30
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LateSubscribers"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOverdueSubscribers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 同上，CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remindSubscriber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderWish"];
            };
        };
        responses: {
            /** @description 催办一个订阅单位 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organisation": "91990100MA0XH00426",
                     *       "name": "示例征信有限公司",
                     *       "unacknowledged": 2,
                     *       "oldestAt": "2026-09-09T01:00:00.000Z",
                     *       "days": 11,
                     *       "remindedAt": "2026-09-20T00:00:00.000Z",
                     *       "namedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["LateSubscriber"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeNaming: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamingWish"];
            };
        };
        responses: {
            /** @description 提请公布逾期未更新的订阅单位；须有依据、文书和第二人 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proposal": "5a0de1a1-8a3f-4a54-9a3d-2f60a9a1c001",
                     *       "command": "withdrawal.name",
                     *       "title": "公布逾期未更新的订阅单位",
                     *       "organisation": "129901009900397397",
                     *       "target": "91990100MA0XH00426",
                     *       "proposedBy": "7b0c2f3e-0000-4000-8000-000000000001",
                     *       "documentNo": "示信函〔2026〕1号",
                     *       "reason": "接收公示信息",
                     *       "payload": {
                     *         "subscriber": "91990100MA0XH00426",
                     *         "basis": "repair-plan-2025#*"
                     *       },
                     *       "proposedAt": "2026-09-09T00:00:00.000Z",
                     *       "expiresAt": "2026-10-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "decidedBy": null,
                     *       "decidedAt": null,
                     *       "decisionReason": null,
                     *       "mayDecide": false
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscribers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登记过订阅或接收过信息的单位：订阅、接收、回执到哪里 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "organisation": "91990100MA0XH00426",
                     *           "name": "示例征信有限公司",
                     *           "entries": [
                     *             "penalty",
                     *             "permit"
                     *           ],
                     *           "until": "2027-09-09",
                     *           "received": 1204,
                     *           "receivedAt": "2026-09-09T01:00:00.000Z",
                     *           "nextPosition": 18,
                     *           "through": 15,
                     *           "unacknowledged": 2,
                     *           "oldestAt": "2026-09-09T01:00:00.000Z",
                     *           "days": 11,
                     *           "remindedAt": null,
                     *           "namedAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Subscribers"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSubscriber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个订阅单位，另有接收、未回执通知和催办的明细，各列最多五十条 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organisation": "91990100MA0XH00426",
                     *       "name": "示例征信有限公司",
                     *       "entries": [
                     *         "penalty",
                     *         "permit"
                     *       ],
                     *       "until": "2027-09-09",
                     *       "received": 1204,
                     *       "receivedAt": "2026-09-09T01:00:00.000Z",
                     *       "nextPosition": 18,
                     *       "through": 15,
                     *       "unacknowledged": 2,
                     *       "oldestAt": "2026-09-09T01:00:00.000Z",
                     *       "days": 11,
                     *       "remindedAt": null,
                     *       "namedAt": null,
                     *       "pulls": [
                     *         {
                     *           "delivery": "4f1c9a0b7d2e43568a90b1c2d3e4f501",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "statements": 1204
                     *         }
                     *       ],
                     *       "open": [
                     *         {
                     *           "position": 16,
                     *           "kind": "ended",
                     *           "at": "2026-09-09T01:00:00.000Z"
                     *         }
                     *       ],
                     *       "reminders": [
                     *         {
                     *           "at": "2026-09-20T00:00:00.000Z",
                     *           "unacknowledged": 2,
                     *           "oldestAt": "2026-09-09T01:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OneSubscriber"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecalls: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 自始终止的决定：此前用过它的查询和核查已告知多少、已读多少，由新到旧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "position": 12,
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "what": "quashed",
                     *           "told": 3,
                     *           "read": 2
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Recalls"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    traceExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TraceQuestion"];
            };
        };
        responses: {
            /** @description 可能的导出，可能性大的在前。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 3,
                     *       "exports": [
                     *         {
                     *           "export": "5b1f0f1c2a3d4e5f60718293a4b5c6d7",
                     *           "at": "2026-09-09T00:30:00.000Z",
                     *           "organisation": "11990100990002741Q",
                     *           "organisationName": "示例市税务局",
                     *           "account": "5f0f2a52-5c5e-4c1b-9a7e-6a0c1d9a8f11",
                     *           "purpose": "administrative-approval",
                     *           "channel": "duty",
                     *           "rows": 3,
                     *           "named": true,
                     *           "common": 3,
                     *           "inOrder": 1,
                     *           "commitment": "9f2b1c0d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
                     *         }
                     *       ],
                     *       "note": "本结果只说明文件与哪一次导出相符，不能据此认定由谁泄露。"
                     *     }
                     */
                    "application/json": components["schemas"]["Trace"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessDraws: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每晚抽查：当日开始以前公布种子的摘要，次日公布种子，任何人都可以重算 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "day": "2026-09-10",
                     *           "seedHash": "3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f",
                     *           "committedAt": "2026-09-08T16:00:20.000Z",
                     *           "late": false,
                     *           "seed": null,
                     *           "perTenThousand": null,
                     *           "looks": null,
                     *           "drawn": null,
                     *           "due": null,
                     *           "justified": 0,
                     *           "confirmed": 0,
                     *           "rejected": 0,
                     *           "overdue": 0
                     *         },
                     *         {
                     *           "day": "2026-09-08",
                     *           "seedHash": "3ef9448397ae2f99365c876d7eeecbde510d1f91bb58cf9a82ee7346daa87b4e",
                     *           "committedAt": "2026-09-06T16:00:31.000Z",
                     *           "late": false,
                     *           "seed": "5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c",
                     *           "perTenThousand": 100,
                     *           "looks": 412,
                     *           "drawn": 5,
                     *           "due": "2026-09-16",
                     *           "justified": 2,
                     *           "confirmed": 1,
                     *           "rejected": 0,
                     *           "overdue": 0
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AccessDraw"][];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessRoots: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查询日志每小时的签名根，没有查询的小时也有 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "credit.example.invalid/access+98b9ed0a+ASmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X",
                     *       "items": [
                     *         {
                     *           "hour": "2026-09-09T02:00:00.000Z",
                     *           "size": 512,
                     *           "note": "credit.example.invalid/access\nxinheng/v1/access-root\nhour 2026-09-09T02:00:00Z\nsize 512\nroot 2gg9uKJr19g+4OGOobd39DtPDuhsEsaGTK6eDSCPmsc=\n\n— credit.example.invalid/access mLntCsVZbdIB+heJoPnoN8IN5W6UQqSF8XMBzxBOG2ynyahU+b6GhDe17cVg/zzzjNcETcl8xrXrUeMm9Iim8toGowU=\n"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description 核验签名注记的公钥 */
                        key: string;
                        items: components["schemas"]["AccessRoot"][];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countDelayedLooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 目前暂缓告知主体的查询有多少，依据哪一条 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "article": "example-law#9",
                     *           "matters": 1,
                     *           "looks": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["DelayedLooks"][];
                    };
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeLookDelay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rule: string;
                    matter: string;
                    reason: string;
                    /**
                     * Format: date
                     * @description 自这一日起告知主体
                     * @example 2026-09-09
                     */
                    until: string;
                };
            };
        };
        responses: {
            /** @description 提出暂缓告知，由第二人确认后生效；只及于确认以后依职责的查询，已告知的不收回，依授权的查询不暂缓 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delay": "5e4d3c2b-1a09-4f8e-9d7c-6b5a49382716",
                     *       "matter": "SL-2026-000123",
                     *       "rule": "inquiry",
                     *       "article": "example-law#9",
                     *       "reason": "查办期间，提前告知将妨碍取证",
                     *       "until": "2026-09-30",
                     *       "state": "proposed"
                     *     }
                     */
                    "application/json": components["schemas"]["LookDelay"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJustifications: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 被抽中的查询及其说明：本单位的；审计员看全部，不含主体与办件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "look": "0a6f1c5e9b7d4e2f8a3b6c1d0e9f8a7b",
                     *           "day": "2026-09-08",
                     *           "at": "2026-09-08T02:15:30.250Z",
                     *           "organisation": "11990100990006857Y",
                     *           "account": "2c1b0a99-8877-4665-9544-332211009988",
                     *           "subject": "91990100MA0XH0026G",
                     *           "matter": "SL-2026-000123",
                     *           "purpose": "administrative-approval",
                     *           "due": "2026-09-16",
                     *           "state": "open",
                     *           "overdue": false,
                     *           "document": null,
                     *           "reason": null,
                     *           "remark": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LookJustification"][];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    justifyLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                look: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 案卷文号，不写个人信息
                     * @example SL-2026-000123
                     */
                    document: string;
                    /** @description 查询的理由，不写个人信息 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 说明被抽中的查询：案卷文号与理由 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "look": "0a6f1c5e9b7d4e2f8a3b6c1d0e9f8a7b",
                     *       "day": "2026-09-08",
                     *       "at": "2026-09-08T02:15:30.250Z",
                     *       "organisation": "11990100990006857Y",
                     *       "account": "2c1b0a99-8877-4665-9544-332211009988",
                     *       "subject": "91990100MA0XH0026G",
                     *       "matter": "SL-2026-000123",
                     *       "purpose": "administrative-approval",
                     *       "due": "2026-09-16",
                     *       "state": "justified",
                     *       "overdue": false,
                     *       "document": "SL-2026-000123",
                     *       "reason": "排污许可变更审查，须核对近三年行政处罚",
                     *       "remark": null
                     *     }
                     */
                    "application/json": components["schemas"]["LookJustification"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmJustification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                look: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 案卷是否支持所写的理由 */
                    sound: boolean;
                    remark: string;
                };
            };
        };
        responses: {
            /** @description 由第二人核对说明，不得是查询人或说明人 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "look": "0a6f1c5e9b7d4e2f8a3b6c1d0e9f8a7b",
                     *       "day": "2026-09-08",
                     *       "at": "2026-09-08T02:15:30.250Z",
                     *       "organisation": "11990100990006857Y",
                     *       "account": "2c1b0a99-8877-4665-9544-332211009988",
                     *       "subject": "91990100MA0XH0026G",
                     *       "matter": "SL-2026-000123",
                     *       "purpose": "administrative-approval",
                     *       "due": "2026-09-16",
                     *       "state": "confirmed",
                     *       "overdue": false,
                     *       "document": "SL-2026-000123",
                     *       "reason": "排污许可变更审查，须核对近三年行政处罚",
                     *       "remark": "已核对案卷，查询在审查期间"
                     *     }
                     */
                    "application/json": components["schemas"]["LookJustification"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessAlerts: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 异常情形 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "alert": "7d2f9a10-3b5c-4e6d-8f7a-9b0c1d2e3f40",
                     *           "rule": "many-subjects",
                     *           "account": "2c1b0a99-8877-4665-9544-332211009988",
                     *           "organisation": "11990100990006857Y",
                     *           "organisationName": "示例市生态环境局",
                     *           "role": "approver",
                     *           "at": "2026-09-09T02:10:00.000Z",
                     *           "counted": 64,
                     *           "more": 60,
                     *           "minutes": 10,
                     *           "response": "step-up",
                     *           "state": "open",
                     *           "closedAt": null,
                     *           "closedBy": null,
                     *           "closedWhy": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AccessAlert"][];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeAccessAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 办结异常情形，须写明理由，不得由被监测的人办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alert": "7d2f9a10-3b5c-4e6d-8f7a-9b0c1d2e3f40",
                     *       "rule": "many-subjects",
                     *       "account": "2c1b0a99-8877-4665-9544-332211009988",
                     *       "organisation": "11990100990006857Y",
                     *       "organisationName": "示例市生态环境局",
                     *       "role": "approver",
                     *       "at": "2026-09-09T02:10:00.000Z",
                     *       "counted": 64,
                     *       "more": 60,
                     *       "minutes": 10,
                     *       "response": "step-up",
                     *       "state": "closed",
                     *       "closedAt": "2026-09-09T03:00:00.000Z",
                     *       "closedBy": "11009988-7766-4554-8433-221100998877",
                     *       "closedWhy": "专项检查名单，已与该局核实"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessAlert"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmLookDelay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delay: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 由第二人确认暂缓告知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "delay": "5e4d3c2b-1a09-4f8e-9d7c-6b5a49382716",
                     *       "matter": "SL-2026-000123",
                     *       "rule": "inquiry",
                     *       "article": "example-law#9",
                     *       "reason": "查办期间，提前告知将妨碍取证",
                     *       "until": "2026-09-30",
                     *       "state": "confirmed"
                     *     }
                     */
                    "application/json": components["schemas"]["LookDelay"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtTrail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrailLook"];
            };
        };
        responses: {
            /** @description 审计记录：谁、何时、办了什么、多少；只供审计员，须写明事由，先留痕后答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "entry": "0c0e8d3c-0000-4000-8000-000000000001",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *           "role": "clerk",
                     *           "organisation": "11990100990001378K",
                     *           "organisationName": "示例市市场监督管理局",
                     *           "action": "ingest.finish",
                     *           "target": "01a08376-dc00-7b04-8255-44629bcffbe5",
                     *           "count": 3,
                     *           "outcome": "done",
                     *           "reasoned": false
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditTrace"][];
                        next: string | null;
                    };
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOfficeToday: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 今日查询：承办人看自己的，复核人看本单位的(不含主体)；连同本单位今日限额 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "reach": "own",
                     *       "budget": {
                     *         "subjects": 200,
                     *         "used": 3,
                     *         "left": 197
                     *       },
                     *       "looks": 1,
                     *       "matters": 1,
                     *       "items": [
                     *         {
                     *           "look": "000102030405060708090a0b0c0d0e0f",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "account": "7b0c2f3e-0000-4000-8000-000000000001",
                     *           "subject": "91990100MA0XH00501",
                     *           "matter": "SL-2026-000123",
                     *           "purpose": "administrative-approval",
                     *           "basis": "duty",
                     *           "entries": [
                     *             "penalty"
                     *           ],
                     *           "outcome": "data"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["OfficeToday"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftAuthorisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationDraft"];
            };
        };
        responses: {
            /** @description The wording and its digest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draft": "d93d6f342ca701e2b8b92c4677b3cf49",
                     *       "authorisation": "d7eec713adc52121abdf103779b27df4",
                     *       "consent": "公共信用信息查询授权书\n授权编号：d7eec713adc52121abdf103779b27df4\n授权人：统一社会信用代码 91990100MA0XH0026G\n被授权单位：示例市商业银行股份有限公司(统一社会信用代码 91990100MA0XH0034B)\n授权查询的信息：\n1. 行政处罚：行政相对人名称、行政相对人代码_1(统一社会信用代码)、行政处罚决定文书号\n2. 行政许可：行政相对人名称、行政相对人类别、行政相对人代码_1(统一社会信用代码)、行政相对人代码_2(工商注册号)、行政相对人代码_3(组织机构代码)、行政相对人代码_4(税务登记号)、行政相对人代码_5(事业单位证书号)、行政相对人代码_6(社会组织登记证号)、行政许可决定文书名称、行政许可决定文书号、许可类别、许可证书名称、许可编号、许可内容、许可决定日期、有效期自、有效期至、许可机关、许可机关统一社会信用代码、当前状态、数据来源单位、数据来源单位统一社会信用代码、备注\n用途：融资授信。不得用于其他用途，不得转交他人。\n次数：3 次。\n期限：自 2026-09-09 零时起，至 2026-12-08 二十四时止。\n给出方式：授权人在企业服务中给出。\n授权人已知悉：\n一、授权出于自愿。不授权的，不影响依法公开的信息照常公开，也不影响行政机关依法定职责查询。\n二、授权人可以随时撤回，不收费用，不需要理由，撤回即刻生效。撤回以前已经作出的查询不因此失效。\n三、每次查询都会记下单位、岗位、事由、办件编号、所看字段和时间，授权人随时可以查看。\n四、所查信息可能包含对授权人不利的内容，被授权单位可能据此作出对授权人不利的决定。\n五、个人信息和证件号码不在授权范围之内。以后新增的事项和字段也不在其内。\n",
                     *       "sha256": "e0ffb1a6b1136ef86099fb37144b48c0c94b89d5043ac1b82bf443933fc01cbd"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorisationWording"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuthorisations: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A hundred at a time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "authorisation": "d7eec713adc52121abdf103779b27df4",
                     *           "subject": "91990100MA0XH0026G",
                     *           "grantee": {
                     *             "uscc": "91990100MA0XH0034B",
                     *             "name": "示例市商业银行股份有限公司"
                     *           },
                     *           "scope": [
                     *             {
                     *               "entry": "penalty",
                     *               "fields": [
                     *                 "subjectName",
                     *                 "subjectCode",
                     *                 "documentNo"
                     *               ],
                     *               "version": 1
                     *             },
                     *             {
                     *               "entry": "permit",
                     *               "fields": [
                     *                 "subjectName",
                     *                 "counterpart",
                     *                 "subjectCode",
                     *                 "registrationNo",
                     *                 "organisationCode",
                     *                 "taxNo",
                     *                 "publicInstitutionNo",
                     *                 "socialOrganisationNo",
                     *                 "documentTitle",
                     *                 "documentNo",
                     *                 "permitKind",
                     *                 "certificateName",
                     *                 "permitNo",
                     *                 "content",
                     *                 "decidedOn",
                     *                 "validFrom",
                     *                 "validUntil",
                     *                 "authority",
                     *                 "authorityCode",
                     *                 "currentStatus",
                     *                 "sourceUnit",
                     *                 "sourceUnitCode",
                     *                 "remark"
                     *               ],
                     *               "version": 1
                     *             }
                     *           ],
                     *           "purpose": "financing",
                     *           "uses": 3,
                     *           "usesLeft": 3,
                     *           "from": "2026-09-09",
                     *           "through": "2026-12-08",
                     *           "state": "live",
                     *           "how": "portal",
                     *           "givenAt": "2026-09-09T00:00:00.000Z",
                     *           "revokedAt": null,
                     *           "revokedBy": null,
                     *           "commitment": "06af48f025e0427da0d09a9b759015c66d051cba930fbf69405053565a75c295"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Authorisations"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveAuthorisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationGiving"];
            };
        };
        responses: {
            /** @description Given; with the signed artefact. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "authorisation": "d7eec713adc52121abdf103779b27df4",
                     *       "subject": "91990100MA0XH0026G",
                     *       "grantee": {
                     *         "uscc": "91990100MA0XH0034B",
                     *         "name": "示例市商业银行股份有限公司"
                     *       },
                     *       "scope": [
                     *         {
                     *           "entry": "penalty",
                     *           "fields": [
                     *             "subjectName",
                     *             "subjectCode",
                     *             "documentNo"
                     *           ],
                     *           "version": 1
                     *         },
                     *         {
                     *           "entry": "permit",
                     *           "fields": [
                     *             "subjectName",
                     *             "counterpart",
                     *             "subjectCode",
                     *             "registrationNo",
                     *             "organisationCode",
                     *             "taxNo",
                     *             "publicInstitutionNo",
                     *             "socialOrganisationNo",
                     *             "documentTitle",
                     *             "documentNo",
                     *             "permitKind",
                     *             "certificateName",
                     *             "permitNo",
                     *             "content",
                     *             "decidedOn",
                     *             "validFrom",
                     *             "validUntil",
                     *             "authority",
                     *             "authorityCode",
                     *             "currentStatus",
                     *             "sourceUnit",
                     *             "sourceUnitCode",
                     *             "remark"
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "purpose": "financing",
                     *       "uses": 3,
                     *       "usesLeft": 3,
                     *       "from": "2026-09-09",
                     *       "through": "2026-12-08",
                     *       "state": "live",
                     *       "how": "portal",
                     *       "givenAt": "2026-09-09T00:00:00.000Z",
                     *       "revokedAt": null,
                     *       "revokedBy": null,
                     *       "commitment": "06af48f025e0427da0d09a9b759015c66d051cba930fbf69405053565a75c295",
                     *       "consent": "公共信用信息查询授权书\n授权编号：d7eec713adc52121abdf103779b27df4\n授权人：统一社会信用代码 91990100MA0XH0026G\n被授权单位：示例市商业银行股份有限公司(统一社会信用代码 91990100MA0XH0034B)\n授权查询的信息：\n1. 行政处罚：行政相对人名称、行政相对人代码_1(统一社会信用代码)、行政处罚决定文书号\n2. 行政许可：行政相对人名称、行政相对人类别、行政相对人代码_1(统一社会信用代码)、行政相对人代码_2(工商注册号)、行政相对人代码_3(组织机构代码)、行政相对人代码_4(税务登记号)、行政相对人代码_5(事业单位证书号)、行政相对人代码_6(社会组织登记证号)、行政许可决定文书名称、行政许可决定文书号、许可类别、许可证书名称、许可编号、许可内容、许可决定日期、有效期自、有效期至、许可机关、许可机关统一社会信用代码、当前状态、数据来源单位、数据来源单位统一社会信用代码、备注\n用途：融资授信。不得用于其他用途，不得转交他人。\n次数：3 次。\n期限：自 2026-09-09 零时起，至 2026-12-08 二十四时止。\n给出方式：授权人在企业服务中给出。\n授权人已知悉：\n一、授权出于自愿。不授权的，不影响依法公开的信息照常公开，也不影响行政机关依法定职责查询。\n二、授权人可以随时撤回，不收费用，不需要理由，撤回即刻生效。撤回以前已经作出的查询不因此失效。\n三、每次查询都会记下单位、岗位、事由、办件编号、所看字段和时间，授权人随时可以查看。\n四、所查信息可能包含对授权人不利的内容，被授权单位可能据此作出对授权人不利的决定。\n五、个人信息和证件号码不在授权范围之内。以后新增的事项和字段也不在其内。\n",
                     *       "artefact": "localhost\nxinheng/v1/authorisation\nauthorisation d7eec713adc52121abdf103779b27df4\nregistered 2026-09-09T00:00:00Z\npolicy fca0de64d557cb08b9670eb3e91d1be4df256a41c87766243db9e6251ac3a48a\nconsent sha256 e0ffb1a6b1136ef86099fb37144b48c0c94b89d5043ac1b82bf443933fc01cbd\ncommitment sha256 06af48f025e0427da0d09a9b759015c66d051cba930fbf69405053565a75c295\nsalts 656261be7802901f7c58fc1f4d2e91205b7ab7307f1acefcd4d5479b36e232cb 1f457fee4fa86de316ba3d9def21f771fb24769ba369834a66c4dcd5451e3ab3\n{\"consent\":\"e0ffb1a6b1136ef86099fb37144b48c0c94b89d5043ac1b82bf443933fc01cbd\",\"from\":\"2026-09-09\",\"given\":{\"how\":\"portal\",\"mandate\":null,\"registrar\":\"91990100MA0XH0026G\",\"signatory\":\"e0f277653f831e13a34888dac77831b1598c7e9f6a8159c3c72d954880b19f0d\"},\"givenAt\":\"2026-09-09T00:00:00Z\",\"grantee\":{\"name\":\"示例市商业银行股份有限公司\",\"uscc\":\"91990100MA0XH0034B\"},\"grantor\":\"91990100MA0XH0026G\",\"id\":\"d7eec713adc52121abdf103779b27df4\",\"purpose\":\"financing\",\"scope\":[{\"entry\":\"penalty\",\"fields\":[\"subjectName\",\"subjectCode\",\"documentNo\"],\"version\":1},{\"entry\":\"permit\",\"fields\":[\"subjectName\",\"counterpart\",\"subjectCode\",\"registrationNo\",\"organisationCode\",\"taxNo\",\"publicInstitutionNo\",\"socialOrganisationNo\",\"documentTitle\",\"documentNo\",\"permitKind\",\"certificateName\",\"permitNo\",\"content\",\"decidedOn\",\"validFrom\",\"validUntil\",\"authority\",\"authorityCode\",\"currentStatus\",\"sourceUnit\",\"sourceUnitCode\",\"remark\"],\"version\":1}],\"through\":\"2026-12-08\",\"uses\":3}\n\n— localhost yt01H7EatPYUDjR6yq52MKRBnQrzQvDhTj+4pnBbynFnYUPtNlVDxevNozgU9BzFfgWutAZTvpBWWabvN4AFc9HcsgE=\n"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorisationGiven"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authorisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authorisation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "authorisation": "d7eec713adc52121abdf103779b27df4",
                     *       "subject": "91990100MA0XH0026G",
                     *       "grantee": {
                     *         "uscc": "91990100MA0XH0034B",
                     *         "name": "示例市商业银行股份有限公司"
                     *       },
                     *       "scope": [
                     *         {
                     *           "entry": "penalty",
                     *           "fields": [
                     *             "subjectName",
                     *             "subjectCode",
                     *             "documentNo"
                     *           ],
                     *           "version": 1
                     *         },
                     *         {
                     *           "entry": "permit",
                     *           "fields": [
                     *             "subjectName",
                     *             "counterpart",
                     *             "subjectCode",
                     *             "registrationNo",
                     *             "organisationCode",
                     *             "taxNo",
                     *             "publicInstitutionNo",
                     *             "socialOrganisationNo",
                     *             "documentTitle",
                     *             "documentNo",
                     *             "permitKind",
                     *             "certificateName",
                     *             "permitNo",
                     *             "content",
                     *             "decidedOn",
                     *             "validFrom",
                     *             "validUntil",
                     *             "authority",
                     *             "authorityCode",
                     *             "currentStatus",
                     *             "sourceUnit",
                     *             "sourceUnitCode",
                     *             "remark"
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "purpose": "financing",
                     *       "uses": 3,
                     *       "usesLeft": 3,
                     *       "from": "2026-09-09",
                     *       "through": "2026-12-08",
                     *       "state": "live",
                     *       "how": "portal",
                     *       "givenAt": "2026-09-09T00:00:00.000Z",
                     *       "revokedAt": null,
                     *       "revokedBy": null,
                     *       "commitment": "06af48f025e0427da0d09a9b759015c66d051cba930fbf69405053565a75c295",
                     *       "consent": "公共信用信息查询授权书\n授权编号：d7eec713adc52121abdf103779b27df4\n授权人：统一社会信用代码 91990100MA0XH0026G\n被授权单位：示例市商业银行股份有限公司(统一社会信用代码 91990100MA0XH0034B)\n授权查询的信息：\n1. 行政处罚：行政相对人名称、行政相对人代码_1(统一社会信用代码)、行政处罚决定文书号\n2. 行政许可：行政相对人名称、行政相对人类别、行政相对人代码_1(统一社会信用代码)、行政相对人代码_2(工商注册号)、行政相对人代码_3(组织机构代码)、行政相对人代码_4(税务登记号)、行政相对人代码_5(事业单位证书号)、行政相对人代码_6(社会组织登记证号)、行政许可决定文书名称、行政许可决定文书号、许可类别、许可证书名称、许可编号、许可内容、许可决定日期、有效期自、有效期至、许可机关、许可机关统一社会信用代码、当前状态、数据来源单位、数据来源单位统一社会信用代码、备注\n用途：融资授信。不得用于其他用途，不得转交他人。\n次数：3 次。\n期限：自 2026-09-09 零时起，至 2026-12-08 二十四时止。\n给出方式：授权人在企业服务中给出。\n授权人已知悉：\n一、授权出于自愿。不授权的，不影响依法公开的信息照常公开，也不影响行政机关依法定职责查询。\n二、授权人可以随时撤回，不收费用，不需要理由，撤回即刻生效。撤回以前已经作出的查询不因此失效。\n三、每次查询都会记下单位、岗位、事由、办件编号、所看字段和时间，授权人随时可以查看。\n四、所查信息可能包含对授权人不利的内容，被授权单位可能据此作出对授权人不利的决定。\n五、个人信息和证件号码不在授权范围之内。以后新增的事项和字段也不在其内。\n"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorisationFile"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorisationArtefact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authorisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorisationKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A verifier key of a signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    revokeAuthorisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                authorisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationRevocation"];
            };
        };
        responses: {
            /** @description Revoked, now or before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "authorisation": "d7eec713adc52121abdf103779b27df4",
                     *       "subject": "91990100MA0XH0026G",
                     *       "grantee": {
                     *         "uscc": "91990100MA0XH0034B",
                     *         "name": "示例市商业银行股份有限公司"
                     *       },
                     *       "scope": [
                     *         {
                     *           "entry": "penalty",
                     *           "fields": [
                     *             "subjectName",
                     *             "subjectCode",
                     *             "documentNo"
                     *           ],
                     *           "version": 1
                     *         },
                     *         {
                     *           "entry": "permit",
                     *           "fields": [
                     *             "subjectName",
                     *             "counterpart",
                     *             "subjectCode",
                     *             "registrationNo",
                     *             "organisationCode",
                     *             "taxNo",
                     *             "publicInstitutionNo",
                     *             "socialOrganisationNo",
                     *             "documentTitle",
                     *             "documentNo",
                     *             "permitKind",
                     *             "certificateName",
                     *             "permitNo",
                     *             "content",
                     *             "decidedOn",
                     *             "validFrom",
                     *             "validUntil",
                     *             "authority",
                     *             "authorityCode",
                     *             "currentStatus",
                     *             "sourceUnit",
                     *             "sourceUnitCode",
                     *             "remark"
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "purpose": "financing",
                     *       "uses": 3,
                     *       "usesLeft": 3,
                     *       "from": "2026-09-09",
                     *       "through": "2026-12-08",
                     *       "state": "revoked",
                     *       "how": "portal",
                     *       "givenAt": "2026-09-09T00:00:00.000Z",
                     *       "revokedAt": "2026-09-09T00:00:00.000Z",
                     *       "revokedBy": "grantor",
                     *       "commitment": "06af48f025e0427da0d09a9b759015c66d051cba930fbf69405053565a75c295"
                     *     }
                     */
                    "application/json": components["schemas"]["Authorisation"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListCases: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A hundred at a time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "case": "00000002-0000-4000-8000-000000000002",
                     *           "list": "abnormal-operation",
                     *           "listName": "经营异常名录",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "91990100MA0XH0026G"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "ground": "no-contact",
                     *           "groundName": "通过登记的住所或者经营场所无法联系",
                     *           "standing": "listed",
                     *           "asOf": "2026-10-13",
                     *           "version": 7,
                     *           "openedAt": "2026-10-08T04:00:00.000Z",
                     *           "listedFrom": "2026-10-13",
                     *           "listedUntil": null,
                     *           "defenceUntil": "2026-10-15",
                     *           "next": [
                     *             {
                     *               "kind": "exit",
                     *               "exit": "correction",
                     *               "by": "authority",
                     *               "from": "2026-10-13"
                     *             },
                     *             {
                     *               "kind": "exit",
                     *               "exit": "revocation",
                     *               "by": "authority",
                     *               "from": "2026-10-13"
                     *             }
                     *           ],
                     *           "held": []
                     *         },
                     *         {
                     *           "case": "00000001-0000-4000-8000-000000000001",
                     *           "list": "abnormal-operation",
                     *           "listName": "经营异常名录",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "91990100MA0XH0026G"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "ground": "no-contact",
                     *           "groundName": "通过登记的住所或者经营场所无法联系",
                     *           "standing": "opened",
                     *           "asOf": "2026-09-09",
                     *           "version": 1,
                     *           "openedAt": "2026-09-09T04:00:00.000Z",
                     *           "listedFrom": null,
                     *           "listedUntil": null,
                     *           "defenceUntil": null,
                     *           "next": [
                     *             {
                     *               "kind": "notice",
                     *               "exit": null,
                     *               "by": "authority",
                     *               "from": "2026-09-09"
                     *             },
                     *             {
                     *               "kind": "close",
                     *               "exit": null,
                     *               "by": "authority",
                     *               "from": "2026-09-09"
                     *             }
                     *           ],
                     *           "held": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListCases"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openListCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCaseOpening"];
            };
        };
        responses: {
            /** @description Opened. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "case": "00000001-0000-4000-8000-000000000001",
                     *       "list": "abnormal-operation",
                     *       "listName": "经营异常名录",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "91990100MA0XH0026G"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "ground": "no-contact",
                     *       "groundName": "通过登记的住所或者经营场所无法联系",
                     *       "standing": "opened",
                     *       "asOf": "2026-09-09",
                     *       "version": 1,
                     *       "openedAt": "2026-09-09T04:00:00.000Z",
                     *       "listedFrom": null,
                     *       "listedUntil": null,
                     *       "defenceUntil": null,
                     *       "next": [
                     *         {
                     *           "kind": "notice",
                     *           "exit": null,
                     *           "by": "authority",
                     *           "from": "2026-09-09"
                     *         },
                     *         {
                     *           "kind": "close",
                     *           "exit": null,
                     *           "by": "authority",
                     *           "from": "2026-09-09"
                     *         }
                     *       ],
                     *       "held": [],
                     *       "facts": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *       "evidence": [
                     *         {
                     *           "title": "现场检查笔录",
                     *           "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "naturalPersons": 0,
                     *       "noticeRunsLate": false,
                     *       "hearingOn": null,
                     *       "remedies": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "open",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "exitConditions": [],
                     *       "extensionMonthsMax": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ListCase"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseWork: {
        parameters: {
            query?: {
                state?: "opened" | "noticed" | "notice-served" | "decision-drafted" | "approved" | "listed" | "exit-drafted" | "ended" | "closed" | "expired";
                list?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; a filtered one may be short and yet not be the last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "case": "00000002-0000-4000-8000-000000000002",
                     *           "list": "abnormal-operation",
                     *           "listName": "经营异常名录",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "91990100MA0XH0026G"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "ground": "no-contact",
                     *           "groundName": "通过登记的住所或者经营场所无法联系",
                     *           "standing": "listed",
                     *           "asOf": "2026-10-13",
                     *           "version": 7,
                     *           "openedAt": "2026-10-08T04:00:00.000Z",
                     *           "listedFrom": "2026-10-13",
                     *           "listedUntil": null,
                     *           "defenceUntil": "2026-10-15",
                     *           "next": [
                     *             {
                     *               "kind": "exit",
                     *               "exit": "correction",
                     *               "by": "authority",
                     *               "from": "2026-10-13"
                     *             },
                     *             {
                     *               "kind": "exit",
                     *               "exit": "revocation",
                     *               "by": "authority",
                     *               "from": "2026-10-13"
                     *             }
                     *           ],
                     *           "held": []
                     *         },
                     *         {
                     *           "case": "00000001-0000-4000-8000-000000000001",
                     *           "list": "abnormal-operation",
                     *           "listName": "经营异常名录",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "91990100MA0XH0026G"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "ground": "no-contact",
                     *           "groundName": "通过登记的住所或者经营场所无法联系",
                     *           "standing": "opened",
                     *           "asOf": "2026-09-09",
                     *           "version": 1,
                     *           "openedAt": "2026-09-09T04:00:00.000Z",
                     *           "listedFrom": null,
                     *           "listedUntil": null,
                     *           "defenceUntil": null,
                     *           "next": [
                     *             {
                     *               "kind": "notice",
                     *               "exit": null,
                     *               "by": "authority",
                     *               "from": "2026-09-09"
                     *             },
                     *             {
                     *               "kind": "close",
                     *               "exit": null,
                     *               "by": "authority",
                     *               "from": "2026-09-09"
                     *             }
                     *           ],
                     *           "held": []
                     *         }
                     *       ],
                     *       "lists": [
                     *         {
                     *           "list": "abnormal-operation",
                     *           "name": "经营异常名录",
                     *           "grounds": [
                     *             {
                     *               "ground": "no-contact",
                     *               "name": "通过登记的住所或者经营场所无法联系",
                     *               "threshold": "通过登记的住所或者经营场所无法与企业取得联系"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListCaseWork"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readListCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "case": "00000002-0000-4000-8000-000000000002",
                     *       "list": "abnormal-operation",
                     *       "listName": "经营异常名录",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "91990100MA0XH0026G"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "ground": "no-contact",
                     *       "groundName": "通过登记的住所或者经营场所无法联系",
                     *       "standing": "listed",
                     *       "asOf": "2026-10-13",
                     *       "version": 7,
                     *       "openedAt": "2026-10-08T04:00:00.000Z",
                     *       "listedFrom": "2026-10-13",
                     *       "listedUntil": null,
                     *       "defenceUntil": "2026-10-15",
                     *       "next": [
                     *         {
                     *           "kind": "exit",
                     *           "exit": "correction",
                     *           "by": "authority",
                     *           "from": "2026-10-13"
                     *         },
                     *         {
                     *           "kind": "exit",
                     *           "exit": "revocation",
                     *           "by": "authority",
                     *           "from": "2026-10-13"
                     *         }
                     *       ],
                     *       "held": [],
                     *       "facts": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *       "evidence": [
                     *         {
                     *           "title": "现场检查笔录",
                     *           "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "naturalPersons": 0,
                     *       "noticeRunsLate": false,
                     *       "hearingOn": null,
                     *       "remedies": [
                     *         {
                     *           "kind": "reconsideration",
                     *           "until": "2026-12-12",
                     *           "mark": "unverified"
                     *         },
                     *         {
                     *           "kind": "litigation",
                     *           "until": "2027-04-13",
                     *           "mark": "unverified"
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "open",
                     *           "day": "2026-10-08",
                     *           "on": "2026-10-08",
                     *           "words": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "notice",
                     *           "day": "2026-10-08",
                     *           "on": "2026-10-08",
                     *           "words": "示例：理由与后果。",
                     *           "document": "00000003-0000-4000-8000-000000000003"
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "notice-served",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": "示例：理由与后果。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 4,
                     *           "kind": "waiver",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 5,
                     *           "kind": "decision",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": "示例：理由与后果。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 6,
                     *           "kind": "decision-approved",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": null,
                     *           "document": "00000004-0000-4000-8000-000000000004"
                     *         },
                     *         {
                     *           "no": 7,
                     *           "kind": "decision-served",
                     *           "day": "2026-10-13",
                     *           "on": "2026-10-13",
                     *           "words": "示例：理由与后果。",
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [
                     *         {
                     *           "document": "00000003-0000-4000-8000-000000000003",
                     *           "kind": "prior-notice",
                     *           "number": "示市监信告字〔2026〕2号",
                     *           "issuedOn": "2026-10-08",
                     *           "template": 1,
                     *           "sha256": "753b696708262895b849296e7de3472103d6b66248818afb8bb29c4a7684517e"
                     *         },
                     *         {
                     *           "document": "00000004-0000-4000-8000-000000000004",
                     *           "kind": "listing",
                     *           "number": "示市监信列字〔2026〕1号",
                     *           "issuedOn": "2026-10-09",
                     *           "template": 1,
                     *           "sha256": "4a1a8c1468b87e36c9054e8c074b1e82e2700d92513b20951c08fcf16a5bcd1f"
                     *         }
                     *       ],
                     *       "exitConditions": [],
                     *       "extensionMonthsMax": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ListCase"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readListCaseDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
                case: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page for paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeListCaseStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCaseStepTaking"];
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "case": "00000001-0000-4000-8000-000000000001",
                     *       "list": "abnormal-operation",
                     *       "listName": "经营异常名录",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "91990100MA0XH0026G"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "ground": "no-contact",
                     *       "groundName": "通过登记的住所或者经营场所无法联系",
                     *       "standing": "notice-served",
                     *       "asOf": "2026-09-09",
                     *       "version": 3,
                     *       "openedAt": "2026-09-09T04:00:00.000Z",
                     *       "listedFrom": null,
                     *       "listedUntil": null,
                     *       "defenceUntil": "2026-09-16",
                     *       "next": [
                     *         {
                     *           "kind": "decision",
                     *           "exit": null,
                     *           "by": "authority",
                     *           "from": "2026-09-17"
                     *         },
                     *         {
                     *           "kind": "close",
                     *           "exit": null,
                     *           "by": "authority",
                     *           "from": "2026-09-09"
                     *         }
                     *       ],
                     *       "held": [
                     *         {
                     *           "kind": "decision",
                     *           "exit": null,
                     *           "by": "authority",
                     *           "code": "lists.defence-running",
                     *           "title": "陈述申辩期限未满",
                     *           "article": "opinions-2025#12",
                     *           "articleText": "《中共中央办公厅 国务院办公厅关于健全社会信用体系的意见》第12项",
                     *           "from": "2026-09-17"
                     *         }
                     *       ],
                     *       "facts": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *       "evidence": [
                     *         {
                     *           "title": "现场检查笔录",
                     *           "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "naturalPersons": 0,
                     *       "noticeRunsLate": false,
                     *       "hearingOn": null,
                     *       "remedies": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "open",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "notice",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": "列入后向社会公示，在政府采购、工程招标投标、授予荣誉称号等方面予以限制。",
                     *           "document": "00000005-0000-4000-8000-000000000005"
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "notice-served",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": null,
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [
                     *         {
                     *           "document": "00000005-0000-4000-8000-000000000005",
                     *           "kind": "prior-notice",
                     *           "number": "示市监信告字〔2026〕1号",
                     *           "issuedOn": "2026-09-09",
                     *           "template": 1,
                     *           "sha256": "c9ae942b63dedffe4469f51e8af01ba96c6c0a8a773ac143c360c3502ab162d7"
                     *         }
                     *       ],
                     *       "exitConditions": [],
                     *       "extensionMonthsMax": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ListCase"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnCases: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A hundred at a time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "case": "00000002-0000-4000-8000-000000000002",
                     *           "list": "abnormal-operation",
                     *           "listName": "经营异常名录",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "91990100MA0XH0026G"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "ground": "no-contact",
                     *           "groundName": "通过登记的住所或者经营场所无法联系",
                     *           "standing": "listed",
                     *           "asOf": "2026-10-13",
                     *           "version": 7,
                     *           "openedAt": "2026-10-08T04:00:00.000Z",
                     *           "listedFrom": "2026-10-13",
                     *           "listedUntil": null,
                     *           "defenceUntil": "2026-10-15",
                     *           "next": [],
                     *           "held": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListCases"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "case": "00000002-0000-4000-8000-000000000002",
                     *       "list": "abnormal-operation",
                     *       "listName": "经营异常名录",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "91990100MA0XH0026G"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "ground": "no-contact",
                     *       "groundName": "通过登记的住所或者经营场所无法联系",
                     *       "standing": "listed",
                     *       "asOf": "2026-10-13",
                     *       "version": 7,
                     *       "openedAt": "2026-10-08T04:00:00.000Z",
                     *       "listedFrom": "2026-10-13",
                     *       "listedUntil": null,
                     *       "defenceUntil": "2026-10-15",
                     *       "next": [],
                     *       "held": [],
                     *       "facts": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *       "evidence": [
                     *         {
                     *           "title": "现场检查笔录",
                     *           "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "naturalPersons": 0,
                     *       "noticeRunsLate": false,
                     *       "hearingOn": null,
                     *       "remedies": [
                     *         {
                     *           "kind": "reconsideration",
                     *           "until": "2026-12-12",
                     *           "mark": "unverified"
                     *         },
                     *         {
                     *           "kind": "litigation",
                     *           "until": "2027-04-13",
                     *           "mark": "unverified"
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "open",
                     *           "day": "2026-10-08",
                     *           "on": "2026-10-08",
                     *           "words": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "notice",
                     *           "day": "2026-10-08",
                     *           "on": "2026-10-08",
                     *           "words": "示例：理由与后果。",
                     *           "document": "00000003-0000-4000-8000-000000000003"
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "notice-served",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": "示例：理由与后果。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 4,
                     *           "kind": "waiver",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 6,
                     *           "kind": "decision-approved",
                     *           "day": "2026-10-09",
                     *           "on": "2026-10-09",
                     *           "words": null,
                     *           "document": "00000004-0000-4000-8000-000000000004"
                     *         },
                     *         {
                     *           "no": 7,
                     *           "kind": "decision-served",
                     *           "day": "2026-10-13",
                     *           "on": "2026-10-13",
                     *           "words": "示例：理由与后果。",
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [
                     *         {
                     *           "document": "00000003-0000-4000-8000-000000000003",
                     *           "kind": "prior-notice",
                     *           "number": "示市监信告字〔2026〕2号",
                     *           "issuedOn": "2026-10-08",
                     *           "template": 1,
                     *           "sha256": "753b696708262895b849296e7de3472103d6b66248818afb8bb29c4a7684517e"
                     *         },
                     *         {
                     *           "document": "00000004-0000-4000-8000-000000000004",
                     *           "kind": "listing",
                     *           "number": "示市监信列字〔2026〕1号",
                     *           "issuedOn": "2026-10-09",
                     *           "template": 1,
                     *           "sha256": "4a1a8c1468b87e36c9054e8c074b1e82e2700d92513b20951c08fcf16a5bcd1f"
                     *         }
                     *       ],
                     *       "exitConditions": [],
                     *       "extensionMonthsMax": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ListCase"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeOwnCaseStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnCaseStepTaking"];
            };
        };
        responses: {
            /** @description Filed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "case": "00000001-0000-4000-8000-000000000001",
                     *       "list": "abnormal-operation",
                     *       "listName": "经营异常名录",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "91990100MA0XH0026G"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "ground": "no-contact",
                     *       "groundName": "通过登记的住所或者经营场所无法联系",
                     *       "standing": "notice-served",
                     *       "asOf": "2026-09-09",
                     *       "version": 4,
                     *       "openedAt": "2026-09-09T04:00:00.000Z",
                     *       "listedFrom": null,
                     *       "listedUntil": null,
                     *       "defenceUntil": "2026-09-16",
                     *       "next": [
                     *         {
                     *           "kind": "defence",
                     *           "exit": null,
                     *           "by": "subject",
                     *           "from": "2026-09-09"
                     *         },
                     *         {
                     *           "kind": "waiver",
                     *           "exit": null,
                     *           "by": "subject",
                     *           "from": "2026-09-09"
                     *         }
                     *       ],
                     *       "held": [],
                     *       "facts": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *       "evidence": [
                     *         {
                     *           "title": "现场检查笔录",
                     *           "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "naturalPersons": 0,
                     *       "noticeRunsLate": false,
                     *       "hearingOn": null,
                     *       "remedies": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "open",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": "通过登记的住所两次邮寄均被退回，现场检查无人。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "notice",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": "列入后向社会公示，在政府采购、工程招标投标、授予荣誉称号等方面予以限制。",
                     *           "document": "00000005-0000-4000-8000-000000000005"
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "notice-served",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 4,
                     *           "kind": "defence",
                     *           "day": "2026-09-09",
                     *           "on": "2026-09-09",
                     *           "words": "公司已迁址，正在办理变更登记。",
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [
                     *         {
                     *           "document": "00000005-0000-4000-8000-000000000005",
                     *           "kind": "prior-notice",
                     *           "number": "示市监信告字〔2026〕1号",
                     *           "issuedOn": "2026-09-09",
                     *           "template": 1,
                     *           "sha256": "c9ae942b63dedffe4469f51e8af01ba96c6c0a8a773ac143c360c3502ab162d7"
                     *         }
                     *       ],
                     *       "exitConditions": [],
                     *       "extensionMonthsMax": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ListCase"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnCaseDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page for paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnObjections: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位提出的异议，由新到旧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *           "version": 3,
                     *           "kind": "statement",
                     *           "phase": "forwarded",
                     *           "phaseName": "已转送，待答复",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "示例市云岭机械制造有限公司"
                     *           },
                     *           "via": "portal",
                     *           "about": {
                     *             "record": "AAECAwQFBgcICQoLDA0ODw",
                     *             "entry": "penalty",
                     *             "entryName": "行政处罚",
                     *             "documentNo": "示市监罚〔2026〕1号",
                     *             "look": null,
                     *             "measure": null,
                     *             "measureName": null
                     *           },
                     *           "ground": "wrong-content",
                     *           "groundName": "内容与决定文书不一致",
                     *           "claim": "罚款金额与决定书不一致。",
                     *           "fields": [
                     *             {
                     *               "field": "fine",
                     *               "name": "罚款金额(万元)",
                     *               "says": "2.000000",
                     *               "should": "1"
                     *             }
                     *           ],
                     *           "evidence": [
                     *             {
                     *               "title": "决定书",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "respondent": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "filedOn": "2026-09-09",
                     *           "marked": true,
                     *           "due": {
                     *             "kind": "provider",
                     *             "until": "2026-09-18",
                     *             "workingDaysLeft": 7,
                     *             "overdue": false
                     *           },
                     *           "total": {
                     *             "kind": "total",
                     *             "until": "2026-10-14",
                     *             "workingDaysLeft": 20,
                     *             "overdue": false
                     *           },
                     *           "rule": {
                     *             "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *             "article": "repair-plan-2025#*",
                     *             "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *             "mark": "unverified"
                     *           },
                     *           "reminders": 0,
                     *           "escalated": false,
                     *           "outcome": null,
                     *           "answer": null,
                     *           "corrections": [],
                     *           "steps": [
                     *             {
                     *               "no": 1,
                     *               "kind": "file",
                     *               "kindName": "提出",
                     *               "day": "2026-09-09",
                     *               "at": "2026-09-09T00:00:00.000Z",
                     *               "words": "罚款金额与决定书不一致。",
                     *               "document": null
                     *             },
                     *             {
                     *               "no": 2,
                     *               "kind": "accept",
                     *               "kindName": "受理并标注",
                     *               "day": "2026-09-09",
                     *               "at": "2026-09-09T01:00:00.000Z",
                     *               "words": null,
                     *               "document": null
                     *             },
                     *             {
                     *               "no": 3,
                     *               "kind": "forward",
                     *               "kindName": "转送数据源单位",
                     *               "day": "2026-09-09",
                     *               "at": "2026-09-09T01:05:00.000Z",
                     *               "words": null,
                     *               "document": null
                     *             }
                     *           ],
                     *           "documents": [],
                     *           "next": [
                     *             {
                     *               "kind": "withdraw",
                     *               "by": "subject"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Objections"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileObjection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionFiling"];
            };
        };
        responses: {
            /** @description 一个异议：进展、期限、文书、可以办理的下一步 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *       "version": 1,
                     *       "kind": "statement",
                     *       "phase": "filed",
                     *       "phaseName": "已提出，待受理",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市云岭机械制造有限公司"
                     *       },
                     *       "via": "portal",
                     *       "about": {
                     *         "record": "AAECAwQFBgcICQoLDA0ODw",
                     *         "entry": "penalty",
                     *         "entryName": "行政处罚",
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "look": null,
                     *         "measure": null,
                     *         "measureName": null
                     *       },
                     *       "ground": "wrong-content",
                     *       "groundName": "内容与决定文书不一致",
                     *       "claim": "罚款金额与决定书不一致。",
                     *       "fields": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "says": "2.000000",
                     *           "should": "1"
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "title": "决定书",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "respondent": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "filedOn": "2026-09-09",
                     *       "marked": false,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "workingDaysLeft": 3,
                     *         "overdue": false
                     *       },
                     *       "total": {
                     *         "kind": "total",
                     *         "until": "2026-10-14",
                     *         "workingDaysLeft": 20,
                     *         "overdue": false
                     *       },
                     *       "rule": {
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "reminders": 0,
                     *       "escalated": false,
                     *       "outcome": null,
                     *       "answer": null,
                     *       "corrections": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "file",
                     *           "kindName": "提出",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T00:00:00.000Z",
                     *           "words": "罚款金额与决定书不一致。",
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         {
                     *           "kind": "withdraw",
                     *           "by": "subject"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnObjection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个异议：进展、期限、文书、可以办理的下一步 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *       "version": 5,
                     *       "kind": "statement",
                     *       "phase": "closed",
                     *       "phaseName": "已办结",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市云岭机械制造有限公司"
                     *       },
                     *       "via": "portal",
                     *       "about": {
                     *         "record": "AAECAwQFBgcICQoLDA0ODw",
                     *         "entry": "penalty",
                     *         "entryName": "行政处罚",
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "look": null,
                     *         "measure": null,
                     *         "measureName": null
                     *       },
                     *       "ground": "wrong-content",
                     *       "groundName": "内容与决定文书不一致",
                     *       "claim": "罚款金额与决定书不一致。",
                     *       "fields": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "says": "2.000000",
                     *           "should": "1"
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "title": "决定书",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "respondent": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "filedOn": "2026-09-09",
                     *       "marked": false,
                     *       "due": null,
                     *       "total": null,
                     *       "rule": {
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "reminders": 0,
                     *       "escalated": false,
                     *       "outcome": "upheld",
                     *       "answer": {
                     *         "outcome": "upheld",
                     *         "words": "经核对决定书，罚款为一万元。",
                     *         "change": {
                     *           "kind": "version",
                     *           "record": "EBESExQVFhcYGRobHB0eHw",
                     *           "documentNo": null
                     *         },
                     *         "evidence": []
                     *       },
                     *       "corrections": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "old": "2.000000",
                     *           "new": "1.000000"
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "file",
                     *           "kindName": "提出",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T00:00:00.000Z",
                     *           "words": "罚款金额与决定书不一致。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "accept",
                     *           "kindName": "受理并标注",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "forward",
                     *           "kindName": "转送数据源单位",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:05:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [
                     *         {
                     *           "document": "0e8b5a52-6f0d-4d3e-8f0b-0d6e1f9c2a77",
                     *           "kind": "result",
                     *           "kindName": "异议处理结果告知书",
                     *           "number": "异结字〔2026〕1号",
                     *           "issuedOn": "2026-09-10",
                     *           "sha256": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "next": []
                     *     }
                     */
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawObjection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionWithdrawal"];
            };
        };
        responses: {
            /** @description 一个异议：进展、期限、文书、可以办理的下一步 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *       "version": 4,
                     *       "kind": "statement",
                     *       "phase": "withdrawn",
                     *       "phaseName": "已撤回",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市云岭机械制造有限公司"
                     *       },
                     *       "via": "portal",
                     *       "about": {
                     *         "record": "AAECAwQFBgcICQoLDA0ODw",
                     *         "entry": "penalty",
                     *         "entryName": "行政处罚",
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "look": null,
                     *         "measure": null,
                     *         "measureName": null
                     *       },
                     *       "ground": "wrong-content",
                     *       "groundName": "内容与决定文书不一致",
                     *       "claim": "罚款金额与决定书不一致。",
                     *       "fields": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "says": "2.000000",
                     *           "should": "1"
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "title": "决定书",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "respondent": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "filedOn": "2026-09-09",
                     *       "marked": false,
                     *       "due": null,
                     *       "total": null,
                     *       "rule": {
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "reminders": 0,
                     *       "escalated": false,
                     *       "outcome": null,
                     *       "answer": null,
                     *       "corrections": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "file",
                     *           "kindName": "提出",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T00:00:00.000Z",
                     *           "words": "罚款金额与决定书不一致。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "accept",
                     *           "kindName": "受理并标注",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "forward",
                     *           "kindName": "转送数据源单位",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:05:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": []
                     *     }
                     */
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnObjectionDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一份文书，供打印 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readObjectionRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 异议的理由、适用于本地的期限 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-09-09",
                     *       "policyHash": "abababababababababababababababababababababababababababababababab",
                     *       "rule": {
                     *         "id": "national",
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "accept": 3,
                     *         "own": 5,
                     *         "transfer": 2,
                     *         "provider": 7,
                     *         "extension": null,
                     *         "total": 20,
                     *         "pausesDisplay": false,
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "grounds": [
                     *         {
                     *           "ground": "wrong-content",
                     *           "name": "内容与决定文书不一致",
                     *           "targets": [
                     *             "record"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObjectionRules"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readObjectionFigures: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个月的异议数字，可由办结列表重新算出 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-09",
                     *       "received": 400,
                     *       "objected": 6,
                     *       "perTenThousand": 150,
                     *       "overdue": 1,
                     *       "closed": 4,
                     *       "upheld": 3,
                     *       "notAccepted": 1,
                     *       "withdrawn": 1,
                     *       "upheldShare": 7500,
                     *       "meanWorkingDays": 250,
                     *       "respondents": [
                     *         {
                     *           "respondent": "11990100990001378K",
                     *           "name": "示例市市场监督管理局",
                     *           "closed": 4,
                     *           "upheld": 3,
                     *           "notAccepted": 1,
                     *           "withdrawn": 1,
                     *           "upheldShare": 7500,
                     *           "meanWorkingDays": 250
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObjectionFigures"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listObjections: {
        parameters: {
            query?: {
                state?: "open" | "overdue" | "closed";
                month?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 待办的异议按期限排列；办结的由新到旧 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *           "version": 3,
                     *           "kind": "statement",
                     *           "phase": "forwarded",
                     *           "phaseName": "已转送，待答复",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "示例市云岭机械制造有限公司"
                     *           },
                     *           "via": "portal",
                     *           "about": {
                     *             "record": "AAECAwQFBgcICQoLDA0ODw",
                     *             "entry": "penalty",
                     *             "entryName": "行政处罚",
                     *             "documentNo": "示市监罚〔2026〕1号",
                     *             "look": null,
                     *             "measure": null,
                     *             "measureName": null
                     *           },
                     *           "ground": "wrong-content",
                     *           "groundName": "内容与决定文书不一致",
                     *           "claim": "罚款金额与决定书不一致。",
                     *           "fields": [
                     *             {
                     *               "field": "fine",
                     *               "name": "罚款金额(万元)",
                     *               "says": "2.000000",
                     *               "should": "1"
                     *             }
                     *           ],
                     *           "evidence": [
                     *             {
                     *               "title": "决定书",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "respondent": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "filedOn": "2026-09-09",
                     *           "marked": true,
                     *           "due": {
                     *             "kind": "provider",
                     *             "until": "2026-09-18",
                     *             "workingDaysLeft": 7,
                     *             "overdue": false
                     *           },
                     *           "total": {
                     *             "kind": "total",
                     *             "until": "2026-10-14",
                     *             "workingDaysLeft": 20,
                     *             "overdue": false
                     *           },
                     *           "rule": {
                     *             "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *             "article": "repair-plan-2025#*",
                     *             "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *             "mark": "unverified"
                     *           },
                     *           "reminders": 0,
                     *           "escalated": false,
                     *           "outcome": null,
                     *           "answer": null,
                     *           "corrections": [],
                     *           "steps": [
                     *             {
                     *               "no": 1,
                     *               "kind": "file",
                     *               "kindName": "提出",
                     *               "day": "2026-09-09",
                     *               "at": "2026-09-09T00:00:00.000Z",
                     *               "words": "罚款金额与决定书不一致。",
                     *               "document": null
                     *             },
                     *             {
                     *               "no": 2,
                     *               "kind": "accept",
                     *               "kindName": "受理并标注",
                     *               "day": "2026-09-09",
                     *               "at": "2026-09-09T01:00:00.000Z",
                     *               "words": null,
                     *               "document": null
                     *             },
                     *             {
                     *               "no": 3,
                     *               "kind": "forward",
                     *               "kindName": "转送数据源单位",
                     *               "day": "2026-09-09",
                     *               "at": "2026-09-09T01:05:00.000Z",
                     *               "words": null,
                     *               "document": null
                     *             }
                     *           ],
                     *           "documents": [],
                     *           "next": [
                     *             {
                     *               "kind": "answer",
                     *               "by": "respondent"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Objections"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileObjectionAtHall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HallObjectionFiling"];
            };
        };
        responses: {
            /** @description 一个异议：进展、期限、文书、可以办理的下一步 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *       "version": 1,
                     *       "kind": "statement",
                     *       "phase": "filed",
                     *       "phaseName": "已提出，待受理",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市云岭机械制造有限公司"
                     *       },
                     *       "via": "hall",
                     *       "about": {
                     *         "record": "AAECAwQFBgcICQoLDA0ODw",
                     *         "entry": "penalty",
                     *         "entryName": "行政处罚",
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "look": null,
                     *         "measure": null,
                     *         "measureName": null
                     *       },
                     *       "ground": "wrong-content",
                     *       "groundName": "内容与决定文书不一致",
                     *       "claim": "罚款金额与决定书不一致。",
                     *       "fields": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "says": "2.000000",
                     *           "should": "1"
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "title": "决定书",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "respondent": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "filedOn": "2026-09-09",
                     *       "marked": false,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "workingDaysLeft": 3,
                     *         "overdue": false
                     *       },
                     *       "total": {
                     *         "kind": "total",
                     *         "until": "2026-10-14",
                     *         "workingDaysLeft": 20,
                     *         "overdue": false
                     *       },
                     *       "rule": {
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "reminders": 0,
                     *       "escalated": false,
                     *       "outcome": null,
                     *       "answer": null,
                     *       "corrections": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "file",
                     *           "kindName": "提出",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T00:00:00.000Z",
                     *           "words": "罚款金额与决定书不一致。",
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         {
                     *           "kind": "withdraw",
                     *           "by": "subject"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readObjection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个异议：进展、期限、文书、可以办理的下一步 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *       "version": 3,
                     *       "kind": "statement",
                     *       "phase": "forwarded",
                     *       "phaseName": "已转送，待答复",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市云岭机械制造有限公司"
                     *       },
                     *       "via": "portal",
                     *       "about": {
                     *         "record": "AAECAwQFBgcICQoLDA0ODw",
                     *         "entry": "penalty",
                     *         "entryName": "行政处罚",
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "look": null,
                     *         "measure": null,
                     *         "measureName": null
                     *       },
                     *       "ground": "wrong-content",
                     *       "groundName": "内容与决定文书不一致",
                     *       "claim": "罚款金额与决定书不一致。",
                     *       "fields": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "says": "2.000000",
                     *           "should": "1"
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "title": "决定书",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "respondent": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "filedOn": "2026-09-09",
                     *       "marked": true,
                     *       "due": {
                     *         "kind": "provider",
                     *         "until": "2026-09-18",
                     *         "workingDaysLeft": 7,
                     *         "overdue": false
                     *       },
                     *       "total": {
                     *         "kind": "total",
                     *         "until": "2026-10-14",
                     *         "workingDaysLeft": 20,
                     *         "overdue": false
                     *       },
                     *       "rule": {
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "reminders": 0,
                     *       "escalated": false,
                     *       "outcome": null,
                     *       "answer": null,
                     *       "corrections": [],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "file",
                     *           "kindName": "提出",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T00:00:00.000Z",
                     *           "words": "罚款金额与决定书不一致。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "accept",
                     *           "kindName": "受理并标注",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "forward",
                     *           "kindName": "转送数据源单位",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:05:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         {
                     *           "kind": "answer",
                     *           "by": "respondent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readObjectionDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一份文书，供打印 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeObjectionStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                objection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionStepTaking"];
            };
        };
        responses: {
            /** @description 一个异议：进展、期限、文书、可以办理的下一步 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "objection": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *       "version": 5,
                     *       "kind": "statement",
                     *       "phase": "closed",
                     *       "phaseName": "已办结",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市云岭机械制造有限公司"
                     *       },
                     *       "via": "portal",
                     *       "about": {
                     *         "record": "AAECAwQFBgcICQoLDA0ODw",
                     *         "entry": "penalty",
                     *         "entryName": "行政处罚",
                     *         "documentNo": "示市监罚〔2026〕1号",
                     *         "look": null,
                     *         "measure": null,
                     *         "measureName": null
                     *       },
                     *       "ground": "wrong-content",
                     *       "groundName": "内容与决定文书不一致",
                     *       "claim": "罚款金额与决定书不一致。",
                     *       "fields": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "says": "2.000000",
                     *           "should": "1"
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "title": "决定书",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "respondent": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "filedOn": "2026-09-09",
                     *       "marked": false,
                     *       "due": null,
                     *       "total": null,
                     *       "rule": {
                     *         "name": "全国(没有核对到国家机关的期限，数值为本项目拟定的模板)",
                     *         "article": "repair-plan-2025#*",
                     *         "articleText": "《关于进一步完善信用修复制度的实施方案》",
                     *         "mark": "unverified"
                     *       },
                     *       "reminders": 0,
                     *       "escalated": false,
                     *       "outcome": "upheld",
                     *       "answer": {
                     *         "outcome": "upheld",
                     *         "words": "经核对决定书，罚款为一万元。",
                     *         "change": {
                     *           "kind": "version",
                     *           "record": "EBESExQVFhcYGRobHB0eHw",
                     *           "documentNo": null
                     *         },
                     *         "evidence": []
                     *       },
                     *       "corrections": [
                     *         {
                     *           "field": "fine",
                     *           "name": "罚款金额(万元)",
                     *           "old": "2.000000",
                     *           "new": "1.000000"
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "file",
                     *           "kindName": "提出",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T00:00:00.000Z",
                     *           "words": "罚款金额与决定书不一致。",
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 2,
                     *           "kind": "accept",
                     *           "kindName": "受理并标注",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:00:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         },
                     *         {
                     *           "no": 3,
                     *           "kind": "forward",
                     *           "kindName": "转送数据源单位",
                     *           "day": "2026-09-09",
                     *           "at": "2026-09-09T01:05:00.000Z",
                     *           "words": null,
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [
                     *         {
                     *           "document": "0e8b5a52-6f0d-4d3e-8f0b-0d6e1f9c2a77",
                     *           "kind": "result",
                     *           "kindName": "异议处理结果告知书",
                     *           "number": "异结字〔2026〕1号",
                     *           "issuedOn": "2026-09-10",
                     *           "sha256": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *         }
                     *       ],
                     *       "next": []
                     *     }
                     */
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPendingMarks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本单位所作的复议、诉讼标注 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "mark": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                     *           "uscc": "91990100MA0XH0026G",
                     *           "record": "AAECAwQFBgcICQoLDA0ODw",
                     *           "kind": "litigation",
                     *           "documentNo": "示行初〔2026〕5号",
                     *           "setOn": "2026-09-09",
                     *           "liftedOn": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PendingMarks"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPendingMark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PendingMark"];
            };
        };
        responses: {
            /** @description 标注本单位的决定正在复议或者诉讼 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mark": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"
                     *     }
                     */
                    "application/json": components["schemas"]["MarkSet"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftPendingMark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mark: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PendingMarkLifting"];
            };
        };
        responses: {
            /** @description 凭结案文书撤除标注 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mark": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"
                     *     }
                     */
                    "application/json": components["schemas"]["MarkSet"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepairFigures: {
        parameters: {
            query?: {
                /** @description 月份；不填为本月 */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 信用修复一个月的数字，按机关；数字由步骤算出，列出组成它的申请 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-09",
                     *       "day": "2026-09-09",
                     *       "authorities": [
                     *         {
                     *           "authority": "11990100990001378K",
                     *           "name": "示例市市场监督管理局",
                     *           "received": 1,
                     *           "accepted": 1,
                     *           "notAccepted": 0,
                     *           "granted": 1,
                     *           "shielded": 0,
                     *           "refused": 0,
                     *           "revoked": 0,
                     *           "withdrawn": 0,
                     *           "overdue": 0,
                     *           "meanWorkingDays": 300,
                     *           "longestWorkingDays": 3
                     *         }
                     *       ],
                     *       "rows": [
                     *         {
                     *           "repair": "7c1f2e0a-5d34-4b62-9a15-2f6f2f3c9d10",
                     *           "authority": "11990100990001378K",
                     *           "documentNo": "示市监罚〔2026〕8401号",
                     *           "appliedOn": "2026-09-01",
                     *           "counted": [
                     *             "received",
                     *             "accepted",
                     *             "granted"
                     *           ],
                     *           "workingDays": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RepairFigures"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRepairEligibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each decision about oneself: from which day its repair may be applied for, and by which article */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-09-09",
                     *       "items": [
                     *         {
                     *           "record": "AAECAwQFBgcICQoLDA0ODw",
                     *           "entry": "penalty",
                     *           "documentNo": "示市监罚〔2026〕12号",
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "decidedOn": "2026-06-18",
                     *           "eligible": null,
                     *           "refused": {
                     *             "code": "repair.too-early",
                     *             "article": "order-36",
                     *             "articleText": "《信用修复管理办法》",
                     *             "from": "2026-09-19"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RepairEligibility"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnRepairs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is open on the caller's side, by its last day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *           "kind": "repair",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "示例市信衡食品有限公司"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "record": "AAECAwQFBgcICQoLDA0ODw",
                     *           "documentNo": "示市监罚〔2026〕12号",
                     *           "entry": "penalty",
                     *           "list": null,
                     *           "via": "portal",
                     *           "appliedOn": "2026-09-09",
                     *           "phase": "submitted",
                     *           "version": 1,
                     *           "due": {
                     *             "kind": "accept",
                     *             "until": "2026-09-14",
                     *             "left": 3,
                     *             "overdue": false
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repairs"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyForRepair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairApplication"];
            };
        };
        responses: {
            /** @description An application with its steps and documents */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "portal",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": "0123456789abcdef0123",
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "withdraw"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnRepair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repair: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An application with its steps and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "portal",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": "0123456789abcdef0123",
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "withdraw"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnRepairDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repair: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document of an application as data, with its digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "document": "8c7d6e5f-4a3b-4c2d-9e1f-0a1b2c3d4e5f",
                     *       "kind": "repaired",
                     *       "number": "信修准字〔2026〕1号",
                     *       "issuedOn": "2026-09-16",
                     *       "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
                     *       "body": {
                     *         "kind": "repaired",
                     *         "number": "信修准字〔2026〕1号",
                     *         "words": "罚款已缴清，违法行为已纠正。"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RepairDocument"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeOwnRepairStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repair: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnRepairStep"];
            };
        };
        responses: {
            /** @description An application with its steps and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "portal",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": "0123456789abcdef0123",
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "withdraw"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRepairs: {
        parameters: {
            query?: {
                state?: "open" | "overdue";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is open on the caller's side, by its last day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *           "kind": "repair",
                     *           "subject": {
                     *             "uscc": "91990100MA0XH0026G",
                     *             "name": "示例市信衡食品有限公司"
                     *           },
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "record": "AAECAwQFBgcICQoLDA0ODw",
                     *           "documentNo": "示市监罚〔2026〕12号",
                     *           "entry": "penalty",
                     *           "list": null,
                     *           "via": "portal",
                     *           "appliedOn": "2026-09-09",
                     *           "phase": "submitted",
                     *           "version": 1,
                     *           "due": {
                     *             "kind": "accept",
                     *             "until": "2026-09-14",
                     *             "left": 3,
                     *             "overdue": false
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repairs"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyForRepairAtHall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HallRepairApplication"];
            };
        };
        responses: {
            /** @description An application with its steps and documents */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "hall",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": "0123456789abcdef0123",
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "withdraw"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repair: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An application with its steps and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "portal",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": null,
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "need-more",
                     *         "accept",
                     *         "not-accept"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepairDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repair: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document of an application as data, with its digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "document": "8c7d6e5f-4a3b-4c2d-9e1f-0a1b2c3d4e5f",
                     *       "kind": "repaired",
                     *       "number": "信修准字〔2026〕1号",
                     *       "issuedOn": "2026-09-16",
                     *       "digest": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
                     *       "body": {
                     *         "kind": "repaired",
                     *         "number": "信修准字〔2026〕1号",
                     *         "words": "罚款已缴清，违法行为已纠正。"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RepairDocument"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeRepairNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairNoticeAsked"];
            };
        };
        responses: {
            /** @description What an authority tells a subject with its own decision: from which day its repair may be applied for (信用修复告知书) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市澄岸环境工程有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "asOf": "2026-09-09",
                     *       "items": [
                     *         {
                     *           "record": "AAECAwQFBgcICQoLDA0ODw",
                     *           "entry": "penalty",
                     *           "documentNo": "示市监罚〔2026〕12号",
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "decidedOn": "2026-06-18",
                     *           "eligible": null,
                     *           "refused": {
                     *             "code": "repair.too-early",
                     *             "article": "order-36",
                     *             "articleText": "《信用修复管理办法》",
                     *             "from": "2026-09-19"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RepairNotice"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeRepairStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repair: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairStep"];
            };
        };
        responses: {
            /** @description An application with its steps and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "portal",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "accepted",
                     *       "version": 2,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": null,
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "extend",
                     *         "propose"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHandedIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairNoticeAsked"];
            };
        };
        responses: {
            /** @description At a hall: the decisions of one document number against a subject, from which day on, and the commitment that is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市澄岸环境工程有限公司"
                     *       },
                     *       "asOf": "2026-09-09",
                     *       "items": [
                     *         {
                     *           "record": "AAECAwQFBgcICQoLDA0ODw",
                     *           "entry": "penalty",
                     *           "documentNo": "示市监罚〔2026〕12号",
                     *           "authority": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "decidedOn": "2026-06-18",
                     *           "eligible": null,
                     *           "refused": {
                     *             "code": "repair.too-early",
                     *             "article": "order-36",
                     *             "articleText": "《信用修复管理办法》",
                     *             "from": "2026-09-19"
                     *           },
                     *           "commitment": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["HandedInDecisions"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushRepair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairPush"];
            };
        };
        responses: {
            /** @description An application with its steps and documents */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "national",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": "0123456789abcdef0123",
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "withdraw"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPushedRepair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number that the national entrance gave */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An application with its steps and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repair": "6f1c2a58-0d55-4d3a-9a7e-3f0d5a1b2c3d",
                     *       "kind": "repair",
                     *       "subject": {
                     *         "uscc": "91990100MA0XH0026G",
                     *         "name": "示例市信衡食品有限公司"
                     *       },
                     *       "authority": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "record": "AAECAwQFBgcICQoLDA0ODw",
                     *       "documentNo": "示市监罚〔2026〕12号",
                     *       "entry": "penalty",
                     *       "list": null,
                     *       "via": "national",
                     *       "appliedOn": "2026-09-09",
                     *       "phase": "submitted",
                     *       "version": 1,
                     *       "due": {
                     *         "kind": "accept",
                     *         "until": "2026-09-14",
                     *         "left": 3,
                     *         "overdue": false
                     *       },
                     *       "commitment": "0123456789abcdef0123456789abcdef",
                     *       "proofs": [
                     *         {
                     *           "title": "缴款凭证",
                     *           "digest": "abababababababababababababababababababababababababababababababab"
                     *         }
                     *       ],
                     *       "eligible": {
                     *         "from": "2026-09-02",
                     *         "severity": "general",
                     *         "edition": "order-36",
                     *         "article": "order-36",
                     *         "articleText": "《信用修复管理办法》",
                     *         "monthsMin": 3
                     *       },
                     *       "shieldedThrough": null,
                     *       "draft": null,
                     *       "code": null,
                     *       "steps": [
                     *         {
                     *           "no": 1,
                     *           "kind": "apply",
                     *           "day": "2026-09-09",
                     *           "organisation": "91990100MA0XH0026G",
                     *           "words": null,
                     *           "outcome": null,
                     *           "proofs": [
                     *             {
                     *               "title": "缴款凭证",
                     *               "digest": "abababababababababababababababababababababababababababababababab"
                     *             }
                     *           ],
                     *           "document": null
                     *         }
                     *       ],
                     *       "documents": [],
                     *       "next": [
                     *         "need-more",
                     *         "accept",
                     *         "not-accept"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Repair"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepairSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules of repair here, and which of them wait for the operator's word */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tier": "own-entrance",
                     *       "on": true,
                     *       "waiting": [],
                     *       "conditions": [
                     *         {
                     *           "id": "term-reached",
                     *           "name": "达到最短公示期限",
                     *           "article": "order-36",
                     *           "mark": "verified"
                     *         }
                     *       ],
                     *       "materials": [
                     *         {
                     *           "id": "performance",
                     *           "name": "履行法定责任义务、纠正失信行为的证明",
                     *           "article": "order-36",
                     *           "mark": "unverified",
                     *           "kind": "proof",
                     *           "list": null
                     *         }
                     *       ],
                     *       "deadlines": [
                     *         {
                     *           "id": "national",
                     *           "name": "全国",
                     *           "article": "order-36",
                     *           "mark": "unverified",
                     *           "list": null,
                     *           "accept": 3,
                     *           "decide": 7,
                     *           "extension": 10,
                     *           "feedback": null
                     *         }
                     *       ],
                     *       "free": {
                     *         "id": "free",
                     *         "name": "信用修复不收取任何费用",
                     *         "article": "order-36",
                     *         "mark": "verified"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RepairSettings"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepairProgress: {
        parameters: {
            query: {
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the application of a query code has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "phase": "accepted",
                     *       "appliedOn": "2026-09-09",
                     *       "due": "2026-09-18",
                     *       "left": 4,
                     *       "closedOn": null
                     *     }
                     */
                    "application/json": components["schemas"]["RepairProgress"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyRepairDocument: {
        parameters: {
            query: {
                number: string;
                digest: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a document of this number and digest was issued here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "genuine": true
                     *     }
                     */
                    "application/json": components["schemas"]["RepairSeal"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which room keeps the case */
                owner: "lists" | "repair" | "objection";
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "file": "00000011-0000-4000-8000-000000000011",
                     *           "no": 1,
                     *           "title": "附件 1(证据).pdf",
                     *           "kind": "evidence",
                     *           "format": "pdf",
                     *           "size": 48213,
                     *           "state": "non-public",
                     *           "stateText": "不公开",
                     *           "reading": "not-readable",
                     *           "readingText": "无法自动检查，须人工查看",
                     *           "findings": {},
                     *           "redacts": null,
                     *           "organisation": "11990100990001378K",
                     *           "attachedAt": "2026-10-08T04:10:00.000Z",
                     *           "confirmedAt": null,
                     *           "confirmable": false,
                     *           "reasonNeeded": true
                     *         },
                     *         {
                     *           "file": "00000012-0000-4000-8000-000000000012",
                     *           "no": 2,
                     *           "title": "附件 2(证据).txt",
                     *           "kind": "evidence",
                     *           "format": "txt",
                     *           "size": 1208,
                     *           "state": "public",
                     *           "stateText": "遮盖版已公开",
                     *           "reading": "searched",
                     *           "readingText": "全文已检查个人信息",
                     *           "findings": {},
                     *           "redacts": "00000011-0000-4000-8000-000000000011",
                     *           "organisation": "11990100990001378K",
                     *           "attachedAt": "2026-10-08T04:10:00.000Z",
                     *           "confirmedAt": "2026-10-09T02:00:00.000Z",
                     *           "confirmable": false,
                     *           "reasonNeeded": false
                     *         }
                     *       ],
                     *       "adds": [
                     *         {
                     *           "kind": "evidence",
                     *           "text": "证据"
                     *         },
                     *         {
                     *           "kind": "decision",
                     *           "text": "决定文书"
                     *         },
                     *         {
                     *           "kind": "court-paper",
                     *           "text": "司法文书"
                     *         }
                     *       ],
                     *       "redacts": true
                     *     }
                     */
                    "application/json": components["schemas"]["CaseFiles"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachCaseFile: {
        parameters: {
            query?: {
                /** @description What an original is */
                kind?: "evidence" | "defence" | "decision" | "court-paper" | "performance-proof";
                /** @description The original that this is a redacted version of */
                redacts?: string;
            };
            header?: never;
            path: {
                /** @description Which room keeps the case */
                owner: "lists" | "repair" | "objection";
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept under a key of its own. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "file": {
                     *         "file": "00000011-0000-4000-8000-000000000011",
                     *         "no": 1,
                     *         "title": "附件 1(证据).pdf",
                     *         "kind": "evidence",
                     *         "format": "pdf",
                     *         "size": 48213,
                     *         "state": "non-public",
                     *         "stateText": "不公开",
                     *         "reading": "not-readable",
                     *         "readingText": "无法自动检查，须人工查看",
                     *         "findings": {},
                     *         "redacts": null,
                     *         "organisation": "11990100990001378K",
                     *         "attachedAt": "2026-10-08T04:10:00.000Z",
                     *         "confirmedAt": null,
                     *         "confirmable": false,
                     *         "reasonNeeded": true
                     *       },
                     *       "sha256": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                     *     }
                     */
                    "application/json": components["schemas"]["AddedFile"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCaseFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which room keeps the case */
                owner: "lists" | "repair" | "objection";
                case: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmCaseFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which room keeps the case */
                owner: "lists" | "repair" | "objection";
                case: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileConfirmation"];
            };
        };
        responses: {
            /** @description Others than the case's offices may see it now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "file": "00000012-0000-4000-8000-000000000012",
                     *       "no": 2,
                     *       "title": "附件 2(证据).txt",
                     *       "kind": "evidence",
                     *       "format": "txt",
                     *       "size": 1208,
                     *       "state": "public",
                     *       "stateText": "遮盖版已公开",
                     *       "reading": "searched",
                     *       "readingText": "全文已检查个人信息",
                     *       "findings": {},
                     *       "redacts": "00000011-0000-4000-8000-000000000011",
                     *       "organisation": "11990100990001378K",
                     *       "attachedAt": "2026-10-08T04:10:00.000Z",
                     *       "confirmedAt": "2026-10-09T02:00:00.000Z",
                     *       "confirmable": false,
                     *       "reasonNeeded": false
                     *     }
                     */
                    "application/json": components["schemas"]["CaseFile"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentWish"];
            };
        };
        responses: {
            /** @description The wording and its digest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draft": "eea8d1d69656f81dcec8046c5accc9b6",
                     *       "commitment": "613af9851cb463da81ebb2eebb749df9",
                     *       "wording": "容缺受理承诺书\n承诺编号：613af9851cb463da81ebb2eebb749df9\n承诺人：统一社会信用代码 91990100MATHRY1P6L\n接受单位：示例市市场监督管理局(统一社会信用代码 11990100990001378K)\n事项：SL-2026-000001\n涉及文书：无\n承诺内容：于期限内补齐场地证明。\n履行期限：至 2026-09-30 止\n签署方式：由承诺人在企业门户签署\n不履行的后果：以接受单位的告知为准。本承诺书不设定后果，请在签署以前向接受单位了解。\n是否履行由接受单位认定并说明理由；本平台不因承诺或者对其履行的认定采取任何措施。\n本承诺书的文字由本平台自行拟定，不是官方格式文本；与接受单位的告知不一致的，以接受单位的告知为准。\n",
                     *       "digest": "0ae15368712e0b2d0a1d2103da5e0efcd17eaffb01ae264aa5347df8c64e7c03"
                     *     }
                     */
                    "application/json": components["schemas"]["CommitmentWording"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReceivedCommitments: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fifty at a time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "commitment": "613af9851cb463da81ebb2eebb749df9",
                     *           "subject": "91990100MATHRY1P6L",
                     *           "receiver": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "kind": "missing-papers",
                     *           "matter": "SL-2026-000001",
                     *           "promise": "于期限内补齐场地证明。",
                     *           "documentNo": null,
                     *           "through": "2026-09-30",
                     *           "wording": "容缺受理承诺书\n承诺编号：613af9851cb463da81ebb2eebb749df9\n承诺人：统一社会信用代码 91990100MATHRY1P6L\n接受单位：示例市市场监督管理局(统一社会信用代码 11990100990001378K)\n事项：SL-2026-000001\n涉及文书：无\n承诺内容：于期限内补齐场地证明。\n履行期限：至 2026-09-30 止\n签署方式：由承诺人在企业门户签署\n不履行的后果：以接受单位的告知为准。本承诺书不设定后果，请在签署以前向接受单位了解。\n是否履行由接受单位认定并说明理由；本平台不因承诺或者对其履行的认定采取任何措施。\n本承诺书的文字由本平台自行拟定，不是官方格式文本；与接受单位的告知不一致的，以接受单位的告知为准。\n",
                     *           "digest": "0ae15368712e0b2d0a1d2103da5e0efcd17eaffb01ae264aa5347df8c64e7c03",
                     *           "onPaper": null,
                     *           "givenAt": "2026-09-09T00:00:00.000Z",
                     *           "state": "open",
                     *           "judgements": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Commitments"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentGiving"];
            };
        };
        responses: {
            /** @description Given. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commitment": "613af9851cb463da81ebb2eebb749df9",
                     *       "subject": "91990100MATHRY1P6L",
                     *       "receiver": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "kind": "missing-papers",
                     *       "matter": "SL-2026-000001",
                     *       "promise": "于期限内补齐场地证明。",
                     *       "documentNo": null,
                     *       "through": "2026-09-30",
                     *       "wording": "容缺受理承诺书\n承诺编号：613af9851cb463da81ebb2eebb749df9\n承诺人：统一社会信用代码 91990100MATHRY1P6L\n接受单位：示例市市场监督管理局(统一社会信用代码 11990100990001378K)\n事项：SL-2026-000001\n涉及文书：无\n承诺内容：于期限内补齐场地证明。\n履行期限：至 2026-09-30 止\n签署方式：由承诺人在企业门户签署\n不履行的后果：以接受单位的告知为准。本承诺书不设定后果，请在签署以前向接受单位了解。\n是否履行由接受单位认定并说明理由；本平台不因承诺或者对其履行的认定采取任何措施。\n本承诺书的文字由本平台自行拟定，不是官方格式文本；与接受单位的告知不一致的，以接受单位的告知为准。\n",
                     *       "digest": "0ae15368712e0b2d0a1d2103da5e0efcd17eaffb01ae264aa5347df8c64e7c03",
                     *       "onPaper": null,
                     *       "givenAt": "2026-09-09T00:00:00.000Z",
                     *       "state": "open",
                     *       "judgements": []
                     *     }
                     */
                    "application/json": components["schemas"]["Commitment"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnCommitments: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fifty at a time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "commitment": "613af9851cb463da81ebb2eebb749df9",
                     *           "subject": "91990100MATHRY1P6L",
                     *           "receiver": {
                     *             "uscc": "11990100990001378K",
                     *             "name": "示例市市场监督管理局"
                     *           },
                     *           "kind": "missing-papers",
                     *           "matter": "SL-2026-000001",
                     *           "promise": "于期限内补齐场地证明。",
                     *           "documentNo": null,
                     *           "through": "2026-09-30",
                     *           "wording": "容缺受理承诺书\n承诺编号：613af9851cb463da81ebb2eebb749df9\n承诺人：统一社会信用代码 91990100MATHRY1P6L\n接受单位：示例市市场监督管理局(统一社会信用代码 11990100990001378K)\n事项：SL-2026-000001\n涉及文书：无\n承诺内容：于期限内补齐场地证明。\n履行期限：至 2026-09-30 止\n签署方式：由承诺人在企业门户签署\n不履行的后果：以接受单位的告知为准。本承诺书不设定后果，请在签署以前向接受单位了解。\n是否履行由接受单位认定并说明理由；本平台不因承诺或者对其履行的认定采取任何措施。\n本承诺书的文字由本平台自行拟定，不是官方格式文本；与接受单位的告知不一致的，以接受单位的告知为准。\n",
                     *           "digest": "0ae15368712e0b2d0a1d2103da5e0efcd17eaffb01ae264aa5347df8c64e7c03",
                     *           "onPaper": null,
                     *           "givenAt": "2026-09-09T00:00:00.000Z",
                     *           "state": "fulfilled",
                     *           "judgements": [
                     *             {
                     *               "no": 1,
                     *               "outcome": "fulfilled",
                     *               "reason": "经核对，材料已经补齐。",
                     *               "document": null,
                     *               "day": "2026-09-09"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Commitments"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentJudgementWish"];
            };
        };
        responses: {
            /** @description Said. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commitment": "613af9851cb463da81ebb2eebb749df9",
                     *       "subject": "91990100MATHRY1P6L",
                     *       "receiver": {
                     *         "uscc": "11990100990001378K",
                     *         "name": "示例市市场监督管理局"
                     *       },
                     *       "kind": "missing-papers",
                     *       "matter": "SL-2026-000001",
                     *       "promise": "于期限内补齐场地证明。",
                     *       "documentNo": null,
                     *       "through": "2026-09-30",
                     *       "wording": "容缺受理承诺书\n承诺编号：613af9851cb463da81ebb2eebb749df9\n承诺人：统一社会信用代码 91990100MATHRY1P6L\n接受单位：示例市市场监督管理局(统一社会信用代码 11990100990001378K)\n事项：SL-2026-000001\n涉及文书：无\n承诺内容：于期限内补齐场地证明。\n履行期限：至 2026-09-30 止\n签署方式：由承诺人在企业门户签署\n不履行的后果：以接受单位的告知为准。本承诺书不设定后果，请在签署以前向接受单位了解。\n是否履行由接受单位认定并说明理由；本平台不因承诺或者对其履行的认定采取任何措施。\n本承诺书的文字由本平台自行拟定，不是官方格式文本；与接受单位的告知不一致的，以接受单位的告知为准。\n",
                     *       "digest": "0ae15368712e0b2d0a1d2103da5e0efcd17eaffb01ae264aa5347df8c64e7c03",
                     *       "onPaper": null,
                     *       "givenAt": "2026-09-09T00:00:00.000Z",
                     *       "state": "fulfilled",
                     *       "judgements": [
                     *         {
                     *           "no": 1,
                     *           "outcome": "fulfilled",
                     *           "reason": "经核对，材料已经补齐。",
                     *           "document": null,
                     *           "day": "2026-09-09"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Commitment"];
                };
            };
            /** @description A refusal: application/problem+json with `code` (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
