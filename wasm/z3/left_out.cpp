// The functions through which the parts of Z3 that are built would call those that are not (parts.cmake).
// The linker names any that is missing here.
#include "ast/rewriter/arith_rewriter.h"
#include "ast/rewriter/array_rewriter.h"
#include "ast/rewriter/fpa_rewriter.h"
#include "ast/rewriter/poly_rewriter_def.h"
#include "ast/rewriter/seq_rewriter.h"
#include "cmd_context/cmd_context.h"
#include "cmd_context/tactic_cmds.h"
#include "math/polynomial/algebraic_numbers.h"
#include "math/polynomial/polynomial.h"
#include "math/realclosure/realclosure.h"
#include "sat/sat_anf_simplifier.h"
#include "sat/sat_binspr.h"
#include "sat/sat_cut_simplifier.h"
#include "sat/sat_lookahead.h"
#include "smt/smt_solver.h"
#include "solver/parallel_params.hpp"
#include "solver/solver.h"
#include "tactic/fd_solver/fd_solver.h"
#include "tactic/probe.h"
#include "util/z3_exception.h"

namespace {

[[noreturn]] void left_out(char const * what) { throw default_exception(std::string(what) + " is not part of this build of Z3"); }

// Of Z3's choice of a solver by the logic's name (tactic/portfolio/smt_strategic_solver.cpp), the line for QF_FD.
class qf_fd_solver_factory : public solver_factory {
    symbol m_logic;
public:
    qf_fd_solver_factory(symbol const & logic): m_logic(logic) {}

    solver * operator()(ast_manager & m, params_ref const & p, bool, bool, bool, symbol const & logic) override {
        symbol const & wanted = m_logic != symbol::null ? m_logic : logic;
        if (wanted != "QF_FD" || m.proofs_enabled() || parallel_params(p).enable())
            left_out("every logic but QF_FD");
        return mk_fd_solver(m, p);
    }
};

}

solver_factory * mk_smt_strategic_solver_factory(symbol const & logic) { return alloc(qf_fd_solver_factory, logic); }

solver_factory * mk_smt_solver_factory() { return alloc(qf_fd_solver_factory, symbol::null); }

solver * mk_smt_solver(ast_manager &, params_ref const &, symbol const &) { left_out("the general solver"); }

// The API's context holds a pointer to one, which stays null.
realclosure::manager::~manager() {}

// As in cmd_context/cmd_context.cpp, without the switches for debugging Z3.
ast_manager * ast_context_params::mk_ast_manager() {
    return alloc(ast_manager, m_proof ? PGM_ENABLED : PGM_DISABLED, static_cast<char const *>(nullptr));
}

// No strategy is registered, so there is no probe either.
probe_info::~probe_info() {}

// Rewriters of the sorts that no term of ours has. Every rewriter of terms holds one of each and tells it parameters.

template<> void poly_rewriter<arith_rewriter_core>::updt_params(params_ref const &) {}
void arith_rewriter::updt_local_params(params_ref const &) {}
void arith_rewriter::updt_params(params_ref const &) {}
void arith_rewriter::get_param_descrs(param_descrs &) {}
br_status arith_rewriter::mk_app_core(func_decl *, unsigned, expr * const *, expr_ref &) { left_out("arithmetic"); }
br_status arith_rewriter::mk_eq_core(expr *, expr *, expr_ref &) { left_out("arithmetic"); }

void array_rewriter::updt_params(params_ref const &) {}
void array_rewriter::get_param_descrs(param_descrs &) {}
br_status array_rewriter::mk_app_core(func_decl *, unsigned, expr * const *, expr_ref &) { left_out("arrays"); }
br_status array_rewriter::mk_eq_core(expr *, expr *, expr_ref &) { left_out("arrays"); }
bool array_rewriter::has_index_set(expr *, expr_ref &, vector<expr_ref_vector> &) { left_out("arrays"); }

fpa_rewriter::fpa_rewriter(ast_manager & m, params_ref const &): m_util(m), m_fm(m_util.fm()), m_hi_fp_unspecified(false) {}
void fpa_rewriter::updt_params(params_ref const &) {}
br_status fpa_rewriter::mk_app_core(func_decl *, unsigned, expr * const *, expr_ref &) { left_out("floating point"); }
br_status fpa_rewriter::mk_eq_core(expr *, expr *, expr_ref &) { left_out("floating point"); }

re2automaton::re2automaton(ast_manager & m): m(m), u(m) {}
void re2automaton::set_solver(expr_solver * solver) { m_solver = solver; }
seq_rewriter::op_cache::op_cache(ast_manager & m): m_trail(m) {}
void seq_rewriter::updt_params(params_ref const &) {}
br_status seq_rewriter::mk_app_core(func_decl *, unsigned, expr * const *, expr_ref &) { left_out("strings"); }
br_status seq_rewriter::mk_eq_core(expr *, expr *, expr_ref &) { left_out("strings"); }
br_status seq_rewriter::mk_le_core(expr *, expr *, expr_ref &) { left_out("strings"); }
br_status seq_rewriter::mk_bool_app(func_decl *, unsigned, expr * const *, expr_ref &) { left_out("strings"); }

// Polynomials: the API's context holds a manager of them. Algebraic numbers: made when first needed, which is never.

namespace polynomial {
manager::manager(reslimit &, numeral_manager &, monomial_manager *): m_imp(nullptr) {}
manager::~manager() {}
}

namespace algebraic_numbers {
manager::manager(reslimit &, unsynch_mpq_manager &, params_ref const &, small_object_allocator *) { left_out("algebraic numbers"); }
manager::~manager() {}
void manager::del(numeral &) {}
bool manager::is_neg(numeral const &) { left_out("algebraic numbers"); }
bool manager::is_rational(numeral const &) { left_out("algebraic numbers"); }
unsigned manager::degree(numeral const &) { left_out("algebraic numbers"); }
void manager::to_rational(numeral const &, rational &) { left_out("algebraic numbers"); }
void manager::set(numeral &, int) { left_out("algebraic numbers"); }
void manager::set(numeral &, mpq const &) { left_out("algebraic numbers"); }
void manager::set(numeral &, numeral const &) { left_out("algebraic numbers"); }
void manager::mk_root(sexpr const *, unsigned, numeral &) { left_out("algebraic numbers"); }
void manager::neg(numeral &) { left_out("algebraic numbers"); }
bool manager::eq(numeral const &, numeral const &) { left_out("algebraic numbers"); }
bool manager::eq(numeral const &, mpq const &) { left_out("algebraic numbers"); }
std::ostream & manager::display_decimal(std::ostream &, numeral const &, unsigned) const { left_out("algebraic numbers"); }
std::ostream & manager::display_root_smt2(std::ostream &, numeral const &) const { left_out("algebraic numbers"); }
}

// Simplifications that the SAT solver makes only where an option asks for them, which none of ours does.

namespace sat {
void lookahead::init_config() { left_out("lookahead"); }
void lookahead::simplify(bool) { left_out("lookahead"); }
lbool lookahead::cube(bool_var_vector &, literal_vector &, unsigned) { left_out("lookahead"); }
model const & lookahead::get_model() { left_out("lookahead"); }
void lookahead::assign(literal) { left_out("lookahead"); }
void lookahead::display_lookahead_scores(std::ostream &) { left_out("lookahead"); }
void lookahead::update_cube_statistics(statistics &) {}
void lookahead::collect_statistics(statistics &) const {}

void anf_simplifier::operator()() { left_out("sat.anf"); }

void binspr::operator()() { left_out("sat.binspr"); }

aig_cuts::aig_cuts() {}
cut_simplifier::cut_simplifier(solver & s): s(s) { left_out("sat.cut"); }
cut_simplifier::~cut_simplifier() {}
void cut_simplifier::operator()() { left_out("sat.cut"); }
void cut_simplifier::collect_statistics(statistics &) const {}
void cut_simplifier::add_and(literal, unsigned, literal const *) { left_out("sat.cut"); }
void cut_simplifier::add_or(literal, unsigned, literal const *) { left_out("sat.cut"); }
void cut_simplifier::add_ite(literal, literal, literal, literal) { left_out("sat.cut"); }
void cut_simplifier::add_iff(literal, literal, literal) { left_out("sat.cut"); }
void cut_simplifier::set_root(bool_var, literal) { left_out("sat.cut"); }
}
