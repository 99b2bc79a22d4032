// Which invented department sends how much of what. Six years of a city of middling size, at scale 1.

/** Rows at scale 1 by entry; `registers` names the kinds of subjects that it registers. */
export interface Department {
  readonly uscc: string;
  readonly volumes: Readonly<Record<string, number>>;
  readonly registers?: readonly SubjectGroup[];
}

/** Groups of subjects by who registers them and how their code begins. */
export type SubjectGroup =
  | "enterprise"
  | "shop"
  | "cooperative"
  | "institution"
  | "organ"
  | "social"
  | "law-firm"
  | "union"
  | "village"
  | "collective";

/** Departments of the demo pack by a short name; the codes are those of `policy/packs/demo-990100/providers.yaml`. */
export const DEPARTMENTS: Readonly<Record<string, Department>> = {
  market: {
    uscc: "11990100990001378K",
    registers: ["enterprise", "shop", "cooperative"],
    volumes: {
      permit: 24_000,
      penalty: 8000,
      "coercive-measure": 1600,
      inspection: 6000,
      "abnormal-operation": 2400,
      "serious-list": 40,
      honour: 900,
      rating: 2600,
      commitment: 3600,
    },
  },
  tax: {
    uscc: "11990100990002741Q",
    volumes: {
      permit: 5000,
      penalty: 3200,
      "coercive-measure": 500,
      inspection: 1200,
      "serious-list": 30,
      rating: 3600,
      honour: 1500,
    },
  },
  labour: {
    uscc: "11990100990004114B",
    volumes: {
      permit: 3000,
      penalty: 1000,
      inspection: 1800,
      "serious-list": 30,
      rating: 1200,
      honour: 300,
      commitment: 500,
    },
  },
  court: { uscc: "11990100990005483P", volumes: { "judgment-debtor": 900 } },
  environment: {
    uscc: "11990100990006857Y",
    volumes: { permit: 6000, penalty: 2200, "coercive-measure": 500, inspection: 2000, rating: 900, commitment: 600 },
  },
  transport: {
    uscc: "1199010099000822XC",
    volumes: { permit: 10_000, penalty: 3600, "coercive-measure": 700, inspection: 1800, rating: 600, commitment: 500 },
  },
  housing: {
    uscc: "11990100990009599X",
    volumes: { permit: 7000, penalty: 1500, inspection: 1400, rating: 1000, commitment: 500 },
  },
  emergency: {
    uscc: "11990100990010960C",
    volumes: { permit: 3000, penalty: 1300, "coercive-measure": 300, inspection: 1600, "serious-list": 20 },
  },
  finance: { uscc: "11990100990012333Y", volumes: { penalty: 160, inspection: 300, "serious-list": 20 } },
  health: { uscc: "119901009900137076", volumes: { permit: 5000, penalty: 1500, inspection: 1200, rating: 500 } },
  culture: { uscc: "11990100990015075X", volumes: { permit: 2000, penalty: 500, inspection: 600, rating: 300 } },
  development: { uscc: "119901009900164495", volumes: { permit: 2600, honour: 400, commitment: 400 } },
  education: { uscc: "11990100990017812A", volumes: { permit: 1200 } },
  science: { uscc: "119901009900191802", volumes: { honour: 700 } },
  industry: { uscc: "11990100990020552J", volumes: { permit: 700, honour: 260 } },
  civil: { uscc: "11990100990021926R", registers: ["social", "village"], volumes: { permit: 900, inspection: 200 } },
  justice: { uscc: "11990100990023294H", registers: ["law-firm"], volumes: { permit: 260 } },
  land: { uscc: "11990100990024668Q", volumes: { permit: 4000, penalty: 600 } },
  water: { uscc: "119901009900260309", volumes: { permit: 2000, penalty: 300 } },
  farm: {
    uscc: "11990100990027404G",
    registers: ["collective"],
    volumes: { permit: 3000, penalty: 500, inspection: 600 },
  },
  commerce: { uscc: "11990100990028773W", volumes: { permit: 900, commitment: 300 } },
  statistics: { uscc: "11990100990030144Q", volumes: { penalty: 240, inspection: 300 } },
  insurance: { uscc: "119901009900315180", volumes: { penalty: 400, inspection: 400 } },
  urban: {
    uscc: "11990100990032887C",
    volumes: { permit: 6000, penalty: 3000, "coercive-measure": 600, inspection: 800 },
  },
  intellectual: { uscc: "1199010099003425XR", volumes: {} },
  fire: {
    uscc: "119901009900356234",
    volumes: { permit: 3600, penalty: 1600, "coercive-measure": 300, inspection: 1200 },
  },
  staffing: { uscc: "11990100990036992G", registers: ["institution", "organ"], volumes: {} },
  union: { uscc: "119901009900383653", registers: ["union"], volumes: { honour: 160 } },
  centre: { uscc: "129901009900397397", volumes: {} },
  eastMarket: {
    uscc: "1199010199004110XF",
    registers: ["enterprise", "shop", "cooperative"],
    volumes: { permit: 7000, penalty: 1400, inspection: 900, "abnormal-operation": 500, commitment: 700 },
  },
  eastEnforcement: { uscc: "119901019900424791", volumes: { penalty: 1200, "coercive-measure": 200, inspection: 500 } },
  westMarket: {
    uscc: "11990102990043842L",
    registers: ["enterprise", "shop", "cooperative"],
    volumes: { permit: 6000, penalty: 1200, inspection: 800, "abnormal-operation": 400, commitment: 600 },
  },
  southCourt: { uscc: "11990121990045215P", volumes: { "judgment-debtor": 300 } },
  southPermits: { uscc: "119901219900465844", volumes: { permit: 4000, commitment: 300 } },
};

/** The three departments that register most: the region of the code follows the registering department. */
export const REGISTER_REGIONS: Readonly<Record<string, string>> = { eastMarket: "990101", westMarket: "990102" };

/** Subjects at scale 1 by group and registering department; 20,000 with the cast and the departments themselves. */
export const SUBJECT_COUNTS: readonly (readonly [department: string, group: SubjectGroup, count: number])[] = [
  ["market", "enterprise", 7600],
  ["eastMarket", "enterprise", 1900],
  ["westMarket", "enterprise", 1600],
  ["market", "shop", 3153],
  ["eastMarket", "shop", 1700],
  ["westMarket", "shop", 1400],
  ["market", "cooperative", 420],
  ["eastMarket", "cooperative", 120],
  ["westMarket", "cooperative", 140],
  ["staffing", "institution", 480],
  ["staffing", "organ", 90],
  ["civil", "social", 560],
  ["civil", "village", 240],
  ["justice", "law-firm", 110],
  ["union", "union", 120],
  ["farm", "collective", 320],
];

/** How the codes of a group begin; a group with several takes them in turn. */
export const GROUP_PAIRS: Readonly<Record<SubjectGroup, readonly string[]>> = {
  enterprise: ["91"],
  shop: ["92"],
  cooperative: ["93"],
  institution: ["12"],
  organ: ["11"],
  social: ["51", "52", "53"],
  "law-firm": ["31"],
  union: ["81"],
  village: ["54"],
  collective: ["N2"],
};
