// The functions through which the parts of Z3 that are built would call those that are not (parts.cmake).
// The linker names any that is missing here.
#include "cmd_context/cmd_context.h"
#include "cmd_context/tactic_cmds.h"
#include "math/realclosure/realclosure.h"
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
